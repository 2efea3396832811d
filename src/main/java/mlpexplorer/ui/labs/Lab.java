package mlpexplorer.ui.labs;

/// A learning tool.
interface Lab {

    /// The page, with texts from `labs.NAME`.
    LabPage page();

    /// Runs the preset of the lab, if it has one that takes no time.
    default void showExample() {}

    /// Called once per pulse while the page is visible.
    default void pulse() {}
}
