package mlpexplorer.ui.training;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;

/// The verbs of the regularisation and optimizer sections. A batch size is infinite when it is "full".
final class TrainingViewModel {
    private final Workbench workbench;

    TrainingViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    void rate(double rate) {
        change(training -> training.withRate(rate));
    }

    void optimizer(Optimizer optimizer) {
        change(training -> training.withOptimizer(optimizer));
    }

    void regularizer(Regularizer regularizer) {
        change(training -> training.withRegularizer(regularizer));
    }

    void epochs(int epochs) {
        change(training -> training.withStop(training.stop().withEpochs(epochs)));
    }

    void batch(double size) {
        change(training -> training.withBatch(batchOf(size)));
    }

    /// The sentence against a batch of `size`, or "".
    String batchProblem(double size) {
        OptionalInt rows = trainRows();
        return Double.isInfinite(size) || rows.isEmpty() || size <= rows.getAsInt()
                ? "" : Texts.text("optimizer.batch.too-large", (long) size, rows.getAsInt());
    }

    static double batchSize(TrainingSpec training) {
        return switch (training.batch()) {
            case BatchSize.Full() -> Double.POSITIVE_INFINITY;
            case BatchSize.Rows(int count) -> count;
        };
    }

    /// A slider's stop beyond the data means the whole of it.
    private BatchSize batchOf(double size) {
        boolean whole = Double.isInfinite(size) || size > trainRows().orElse(Integer.MAX_VALUE);
        return whole ? new BatchSize.Full() : new BatchSize.Rows((int) size);
    }

    private OptionalInt trainRows() {
        return workbench.shapeProperty().get().stream()
                .mapToInt(shape -> workbench.spec().split().trainRows(shape.rows()))
                .findFirst();
    }

    private void change(UnaryOperator<TrainingSpec> edit) {
        workbench.change(spec -> spec.withTraining(edit.apply(spec.training())));
    }
}
