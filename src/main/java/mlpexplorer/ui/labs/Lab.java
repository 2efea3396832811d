package mlpexplorer.ui.labs;

/// A learning tool.
interface Lab {

    /// The page, with texts from `labs.NAME`.
    LabPage page();

    /// Called once per pulse while the page is visible.
    default void pulse() {}
}
