package mlpexplorer.data;

import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of rows with labels or targets in data units, before split and standardization.
/// Immutable.
///
/// @param samples features, and class indices or targets
/// @param featureNames one per column
/// @param classNames one per class; empty in regression
/// @param image image size, if the rows are images
/// @param notes sentences about what is unusual in the file that the rows come from
public record Dataset(
        Samples samples,
        List<String> featureNames,
        List<String> classNames,
        Optional<ImageSize> image,
        List<String> notes) {
    public Dataset {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
    }

    /// A dataset without anything unusual.
    public Dataset(
            Samples samples,
            List<String> featureNames,
            List<String> classNames,
            Optional<ImageSize> image) {
        this(samples, featureNames, classNames, image, List.of());
    }

    /// A dataset without images.
    public Dataset(Samples samples, List<String> featureNames, List<String> classNames) {
        this(samples, featureNames, classNames, Optional.empty());
    }

    /// Two-dimensional points with features `x1`, `x2` and classes named by number.
    static Dataset plane(double[] features, int[] labels, int classes) {
        return new Dataset(
                new Samples(features, 2, labels), List.of("x1", "x2"), numbered(classes));
    }

    /// Numeric class names: `0`, `1`, …
    public static List<String> numbered(int classes) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add(Integer.toString(c));
        }
        return names;
    }

    public int rows() {
        return samples.rows();
    }

    public int classes() {
        return classNames.size();
    }

    public DataShape shape() {
        return new DataShape(rows(), samples.columns(), task());
    }

    /// What is predicted.
    public Task task() {
        return classNames.isEmpty()
                ? new Task.Regression()
                : new Task.Classification(classNames.size());
    }
}
