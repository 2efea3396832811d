package mlpexplorer.cli;

/// A verb that could not do its work; the message is a sentence for the user.
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String sentence) {
        super(sentence);
    }

    Failed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
