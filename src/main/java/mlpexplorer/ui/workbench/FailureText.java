package mlpexplorer.ui.workbench;

import mlpexplorer.data.io.UserError;
import mlpexplorer.training.Failure;

/// Says why a run could not begin or go on. Where the sentence does not tell all there is to know, the log has the rest.
final class FailureText {
    private FailureText() {}

    static String of(Failure failure) {
        if (!UserError.isExpected(failure.cause())) {
            System.getLogger(Workbench.class.getName())
                    .log(System.Logger.Level.ERROR, "A run could not go on", failure.cause());
        }
        String reason = failure.cause() instanceof OutOfMemoryError
                ? Texts.text("failure.memory") : String.valueOf(failure.cause().getMessage());
        return Texts.text("failure.start", reason);
    }
}
