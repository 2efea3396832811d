package mlpexplorer.experiment;

/// A specification, setting, preset name or weights file that cannot be used. The message is one sentence for the user:
/// it names the place, the value and what was expected.
public final class InvalidSpec extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidSpec(String sentence) {
        super(sentence);
    }

    InvalidSpec(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
