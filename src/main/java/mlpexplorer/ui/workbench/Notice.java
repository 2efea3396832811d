package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import mlpexplorer.data.io.UserError;

/// The message in the status line: one sentence, or none, and its level.
public final class Notice {
    /// How long the message about a finished action is shown.
    static final long DONE_NANOS = 20_000_000_000L;

    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Level> tone = new ReadOnlyObjectWrapper<>(Level.PLAIN);

    private long since = Long.MIN_VALUE;

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Level> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public void show(String text) {
        show(Level.PLAIN, text);
    }

    public void show(Level level, String text) {
        since = Long.MIN_VALUE;
        tone.set(level);
        message.set(text);
    }

    /// Shows the message of `failure` as a problem, and returns it.
    public String show(Exception failure) {
        show(Level.PROBLEM, UserError.message(failure));
        return message.get();
    }

    /// Clears the message about a finished action after a while. Call once per pulse.
    public void expire(long now) {
        if (tone.get() != Level.DONE) {
            return;
        }
        if (since == Long.MIN_VALUE) {
            since = now;
        } else if (now - since > DONE_NANOS) {
            clear();
        }
    }

    void clear() {
        show("");
    }

    /// The level of a notice, which determines its style.
    public enum Level {
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
}
