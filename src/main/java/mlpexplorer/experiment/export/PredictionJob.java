package mlpexplorer.experiment.export;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelInput;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Task;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /// Predictions as CSV, written row by row: `row` (from 0), `class` and `p_NAME` of each class;
    /// `row` and `value` in regression; or `ImageId` (from 1) and `Label` for Kaggle.
    private static final class PredictionTable implements Predictor.Output {
        private final TrainedModel model;
        private final boolean kaggle;
        private final boolean regression;
        private final CSVPrinter printer;

        /// Writes the header to `out`, which stays open. Throws [UserError] for a Kaggle file of a
        /// regression.
        PredictionTable(TrainedModel model, boolean kaggle, OutputStream out) throws IOException {
            this.model = model;
            this.kaggle = kaggle;
            regression = model.task() instanceof Task.Regression;
            if (kaggle && regression) {
                throw UserError.input(
                        "A Kaggle file needs a model of classes, not of a regression.");
            }
            printer =
                    new CSVPrinter(
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
            printer.printRecord(header());
        }

        private List<String> header() {
            if (kaggle) {
                return List.of("ImageId", "Label");
            }
            if (regression) {
                return List.of("row", "value");
            }
            List<String> names = new ArrayList<>(List.of("row", "class"));
            model.classes().forEach(name -> names.add("p_" + name));
            return names;
        }

        @Override
        public void row(long row, int predicted, double[] values) throws IOException {
            if (kaggle) {
                printer.printRecord(row + 1, model.classes().get(predicted));
                return;
            }
            printer.print(row);
            if (!regression) {
                printer.print(model.classes().get(predicted));
            }
            for (double value : values) {
                printer.print(ShortestDecimal.text(value));
            }
            printer.println();
        }

        /// Writes the buffered rows.
        void flush() throws IOException {
            printer.flush();
        }
    }
}
