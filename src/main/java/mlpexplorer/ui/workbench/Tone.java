package mlpexplorer.ui.workbench;

/// How a sentence to the user is meant, and so how it looks.
public enum Tone {
    /// For information.
    PLAIN,
    /// What was asked for is done.
    DONE,
    /// What was asked for did not happen.
    PROBLEM;

    /// Shorter sentences fit into the status line.
    private static final int LONG = 48;

    /// Whether a sentence meant so is told in a note over the pictures, since the status line has no room for it.
    public boolean needsNote(String sentence) {
        return this == PROBLEM && sentence.length() > LONG;
    }
}
