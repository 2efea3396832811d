package mlpexplorer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mlpexplorer.data.DataShape;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Numbers;

/// What there is to tell about a dataset.
record DataReport(Dataset dataset) {
    private static final int MAX_FEATURES = 50;

    /// `150 rows, 4 features, 3 classes`.
    String summary() {
        DataShape shape = dataset.shape();
        String features = dataset.image()
                .map(size -> "images of " + size.height() + " × " + size.width() + " pixels")
                .orElse(Numbers.count(shape.features(), "feature"));
        return Numbers.count(shape.rows(), "row") + ", " + features + ", " + Numbers.count(shape.classes()) + " classes";
    }

    /// A line a class.
    List<String> classes() {
        int[] counts = new int[dataset.classes()];
        for (int row = 0; row < dataset.rows(); row++) {
            counts[dataset.samples().label(row)]++;
        }
        TextTable table = new TextTable().row("class", "rows", "share");
        for (int c = 0; c < counts.length; c++) {
            table.row(dataset.classNames().get(c), Numbers.count(counts[c]),
                    Numbers.percent((double) counts[c] / dataset.rows()));
        }
        return table.lines();
    }

    /// A line a feature, for the first ones; pixels are told together.
    List<String> features() {
        TextTable table = new TextTable().row("feature", "min", "mean", "std", "max");
        int columns = dataset.samples().columns();
        if (dataset.image().isPresent()) {
            addRow(table, "all pixels", IntStream.range(0, columns).toArray());
            return table.lines();
        }
        for (int column = 0; column < Math.min(columns, MAX_FEATURES); column++) {
            addRow(table, dataset.featureNames().get(column), column);
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (columns > MAX_FEATURES) {
            lines.add("and " + Numbers.count(columns - MAX_FEATURES, "more feature"));
        }
        return lines;
    }

    private void addRow(TextTable table, String name, int... columns) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        long count = 0;
        for (int row = 0; row < dataset.rows(); row++) {
            for (int column : columns) {
                double value = dataset.samples().feature(row, column);
                min = Math.min(min, value);
                max = Math.max(max, value);
                double difference = value - mean;
                mean += difference / ++count;
                squares += difference * (value - mean);
            }
        }
        table.row(name, Numbers.number(min), Numbers.number(mean), Numbers.number(Math.sqrt(squares / count)), Numbers.number(max));
    }
}
