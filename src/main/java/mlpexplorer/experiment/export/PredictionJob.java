package mlpexplorer.experiment.export;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelInput;
import mlpexplorer.experiment.TrainedModel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// The prediction of all rows of a data file. Uses constant memory. An interrupt ends it with an
/// exception, and then nothing is written.
///
/// @param labels file of the labels of `.npy` or IDX data
public record PredictionJob(TrainedModel model, Path data, Optional<Path> labels) {

    /// Writes a [PredictionTable] to `out`. Throws [UserError] if the data does not fit the model.
    ///
    /// @param progress receives the fraction of rows that are done, after every row; an exception
    ///   from it ends the job
    public Predictor write(Path out, boolean kaggle, DoubleConsumer progress) {
        AtomicFile.requireFile(out, "predictions are a file, for example predictions.csv");
        if (isSame(out, data) || labels.filter(file -> isSame(out, file)).isPresent()) {
            throw UserError.input(out + " holds the data, so the predictions need another file.");
        }
        Predictor[] done = new Predictor[1];
        AtomicFile.write(
                out,
                stream -> {
                    PredictionTable table = new PredictionTable(model, kaggle, stream);
                    done[0] = run(table, progress);
                    table.flush();
                });
        return done[0];
    }

    /// Compares the predictions with the labels, without writing them. Throws [UserError] if there
    /// are no labels.
    public Predictor evaluate(DoubleConsumer progress) throws IOException {
        Predictor done = run((_, _, _) -> {}, progress);
        if (done.labeled() == 0) {
            throw UserError.input("The data has no labels to compare the predictions with.");
        }
        return done;
    }

    private Predictor run(Predictor.Output output, DoubleConsumer progress) throws IOException {
        Predictor predictor = new Predictor(model, output);
        new ModelInput(model, data, labels)
                .forEach((features, label, share) -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedIOException("the prediction was canceled");
                    }
                    predictor.add(features, label);
                    progress.accept(share);
                });
        predictor.finish();
        if (predictor.rows() == 0) {
            throw UserError.input(data + " has no rows.");
        }
        return predictor;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }
}
