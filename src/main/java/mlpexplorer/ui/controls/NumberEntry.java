package mlpexplorer.ui.controls;

/// The result of parsing a typed number.
public sealed interface NumberEntry {

    /// A number within its range.
    record Valid(double value) implements NumberEntry {}

    /// An invalid entry; `message` names what was typed and what is allowed: "0 is out of range: 1
    /// to 1,024".
    record Invalid(String message) implements NumberEntry {}
}
