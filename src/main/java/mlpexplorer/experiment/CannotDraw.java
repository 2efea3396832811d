package mlpexplorer.experiment;

/// This machine lacks what pictures and the window need. The message is one sentence for the user.
public final class CannotDraw extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotDraw(String sentence) {
        super(sentence);
    }
}
