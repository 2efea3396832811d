package mlpexplorer.ui.labs;

/// One learning tool.
interface Lab {

    /// Its page; the words under `labs.NAME`.
    LabPage page();

    /// Called once a pulse while the page is shown.
    default void pulse() {}
}
