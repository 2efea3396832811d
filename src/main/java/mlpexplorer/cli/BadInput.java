package mlpexplorer.cli;

/// An argument that names nothing there is; the message is a sentence for the user.
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String sentence) {
        super(sentence);
    }
}
