package mlpexplorer.ui.workbench;

/// How a sentence to the user is meant, and so how it looks.
public enum Tone {
    /// For information.
    PLAIN,
    /// What was asked for is done.
    DONE,
    /// What was asked for did not happen.
    PROBLEM
}
