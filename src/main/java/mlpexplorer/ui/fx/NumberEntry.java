package mlpexplorer.ui.fx;

/// What became of a text that was typed as a number.
public sealed interface NumberEntry {

    /// A number within its range.
    record Valid(double value) implements NumberEntry { }

    /// No such number; `sentence` names what was typed and what would do: "0 is out of range: 1 to 1,024".
    record Invalid(String sentence) implements NumberEntry { }
}
