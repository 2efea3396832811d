package mlpexplorer.data.io;

import java.util.StringJoiner;
import mlpexplorer.data.Dataset;

/// Writes a dataset as CSV: a header of feature names and `class`, then a line a row, with the class by name.
public final class DatasetCsv {
    private DatasetCsv() {}

    public static String text(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        StringJoiner header = new StringJoiner(",", "", "\n");
        dataset.featureNames().forEach(header::add);
        text.append(header.add("class"));
        for (int row = 0; row < dataset.rows(); row++) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (int column = 0; column < dataset.samples().columns(); column++) {
                line.add(Double.toString(dataset.samples().feature(row, column)));
            }
            text.append(line.add(dataset.classNames().get(dataset.samples().label(row))));
        }
        return text.toString();
    }
}
