package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One sentence about the last thing worth telling, and how it is meant.
final class Notice {
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);

    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    void tell(Tone how, String what) {
        tone.set(how);
        sentence.set(what);
    }

    /// Tells why something was refused, and returns that sentence.
    String refuse(RuntimeException why) {
        tell(Tone.PROBLEM, String.valueOf(why.getMessage()));
        return sentence.get();
    }
}
