package mlpexplorer.ui.workbench;

/// The level of a notice, which determines its style.
public enum NoticeLevel {
    /// Information.
    PLAIN,
    /// A requested action succeeded.
    DONE,
    /// A requested action failed.
    PROBLEM;

    /// Shorter notices fit into the status line.
    private static final int LONG = 48;

    /// Whether such a notice is shown in a banner, since it does not fit into the status line.
    public boolean needsNote(String message) {
        return this == PROBLEM && message.length() > LONG;
    }
}
