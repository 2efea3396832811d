package mlpexplorer.ui.workbench;

import mlpexplorer.data.io.UserError;
import mlpexplorer.training.TrainingSession;

/// Describes why a run could not start or continue. Details are logged.
final class FailureText {
    private FailureText() {}

    static String of(TrainingSession.Failure failure) {
        if (!UserError.isExpected(failure.cause())) {
            System.getLogger(Workbench.class.getName())
                    .log(System.Logger.Level.ERROR, "A run failed", failure.cause());
        }
        String reason =
                failure.cause() instanceof OutOfMemoryError
                        ? Messages.text("failure.memory")
                        : String.valueOf(failure.cause().getMessage());
        return Messages.text("failure.start", reason);
    }
}
