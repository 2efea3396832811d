package mlpexplorer.ui.workbench;

import mlpexplorer.data.io.InvalidData;
import mlpexplorer.experiment.InvalidSpec;
import mlpexplorer.training.Failure;

/// Says why a run could not begin or go on. Where the sentence does not tell all there is to know, the log has the rest.
final class FailureText {
    private FailureText() {}

    static String of(Failure failure) {
        if (!isWrongInput(failure.cause())) {
            System.getLogger(Workbench.class.getName())
                    .log(System.Logger.Level.ERROR, "A run could not go on", failure.cause());
        }
        String reason = failure.cause() instanceof OutOfMemoryError
                ? Texts.text("failure.memory") : String.valueOf(failure.cause().getMessage());
        return Texts.text("failure.start", reason);
    }

    /// A stack trace would only frighten.
    private static boolean isWrongInput(Throwable cause) {
        return cause instanceof InvalidData || cause instanceof InvalidSpec || cause instanceof IllegalArgumentException;
    }
}
