package mlpexplorer.ui.workbench;

import mlpexplorer.data.io.UserError;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.ui.controls.Messages;

/// Describes why a run could not start or continue. Details are logged.
final class FailureText {
    private FailureText() {}

    static String of(TrainingSession.Failure failure) {
        String reason =
                failure.cause() instanceof OutOfMemoryError
                        ? Messages.text("failure.memory")
                        : UserError.message(failure.cause());
        return Messages.text("failure.start", reason);
    }
}
