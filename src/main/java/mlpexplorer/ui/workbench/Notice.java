package mlpexplorer.ui.workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The current notice, one sentence with a level.
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

    /// Reports why something was refused, and returns that sentence.
    String refuse(RuntimeException why) {
        tell(Tone.PROBLEM, String.valueOf(why.getMessage()));
        return sentence.get();
    }
}
