package mlpexplorer.experiment.export;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Task;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Predictions as CSV, written row by row: `row` (from 0), `class` and `p_NAME` of each class;
/// `row` and `value` in regression; or `ImageId` (from 1) and `Label` for Kaggle.
public final class PredictionTable implements Predictor.Output {
    private final TrainedModel model;
    private final boolean kaggle;
    private final boolean regression;
    private final CSVPrinter printer;

    /// Writes the header to `out`, which stays open. Throws [UserError] for a Kaggle file of a
    /// regression.
    public PredictionTable(TrainedModel model, boolean kaggle, OutputStream out)
            throws IOException {
        this.model = model;
        this.kaggle = kaggle;
        regression = model.task() instanceof Task.Regression;
        if (kaggle && regression) {
            throw UserError.input("A Kaggle file needs a model of classes, not of a regression.");
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
    public void flush() throws IOException {
        printer.flush();
    }
}
