package mlpexplorer.data;

import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.Collections;
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
/// @param given the part that the data assigns to each row, or nothing for a row that is split by
///   shares; empty if the data assigns no parts
public record Dataset(
        Samples samples,
        List<String> featureNames,
        List<String> classNames,
        Optional<ImageSize> image,
        List<String> notes,
        List<Optional<Split.Part>> given) {
    public Dataset {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
        given = List.copyOf(given);
    }

    /// A dataset without given parts.
    public Dataset(
            Samples samples,
            List<String> featureNames,
            List<String> classNames,
            Optional<ImageSize> image,
            List<String> notes) {
        this(samples, featureNames, classNames, image, notes, List.of());
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
        return new DataShape(
                rows(),
                samples.columns(),
                task(),
                new DataShape.Given(
                        given(Split.Part.TRAIN),
                        given(Split.Part.VALIDATION),
                        given(Split.Part.TEST)));
    }

    private int given(Split.Part part) {
        return Collections.frequency(given, Optional.of(part));
    }

    /// The part of a row, if the data assigns one.
    public Optional<Split.Part> part(int row) {
        return given.isEmpty() ? Optional.empty() : given.get(row);
    }

    /// The same rows with `given` parts.
    public Dataset withGiven(List<Optional<Split.Part>> given) {
        return new Dataset(samples, featureNames, classNames, image, notes, given);
    }

    /// These rows followed by those of `other`, which belong to `part`. Both have the same columns
    /// and classes.
    public Dataset withPart(Dataset other, Split.Part part) {
        List<Optional<Split.Part>> parts = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            parts.add(part(row));
        }
        parts.addAll(Collections.nCopies(other.rows(), Optional.of(part)));
        List<String> all = new ArrayList<>(notes);
        other.notes.stream().filter(note -> !all.contains(note)).forEach(all::add);
        return new Dataset(
                samples.followedBy(other.samples), featureNames, classNames, image, all, parts);
    }

    /// What is predicted.
    public Task task() {
        return classNames.isEmpty()
                ? new Task.Regression()
                : new Task.Classification(classNames.size());
    }
}
