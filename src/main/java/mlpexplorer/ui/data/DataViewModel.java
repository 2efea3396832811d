package mlpexplorer.ui.data;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.DataChange;
import mlpexplorer.ui.workbench.DrawnPoints;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The operations of the data section.
final class DataViewModel {
    private static final int DEFAULT_SAMPLES = 300;
    private static final double DEFAULT_NOISE = 0.1;

    private final Workbench workbench;
    private DataSpec.Points drawn = DrawnPoints.BLANK;

    DataViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Selects the dataset of `sample`'s kind, with the current samples and noise.
    void pick(DataSpec sample) {
        DataSpec current = workbench.spec().data();
        if (current.getClass() == sample.getClass()) {
            return;
        }
        DataSpec picked =
                sample instanceof DataSpec.Generated generated
                        ? generated.withSamples(samples(current)).withNoise(noise(current))
                        : sample;
        workbench.change(spec -> fitted(spec, picked, DataChange.split(spec, picked)));
    }

    /// Continues the last drawing, or starts with no points.
    void draw() {
        if (!(workbench.spec().data() instanceof DataSpec.Points)) {
            workbench.change(spec -> DrawnPoints.begin(spec, workbench.wantedBatch(), drawn));
        }
    }

    /// Whether the points can be edited by drawing.
    boolean canEdit() {
        DataSpec data = workbench.spec().data();
        return !(data instanceof DataSpec.Points)
                && shape(data)
                        .filter(shape ->
                                shape.features() == DataSpec.Plane.FEATURES
                                        && shape.rows() <= DataSpec.MAX_SAMPLES
                                        && shape.task() instanceof Task.Classification(int classes)
                                        && classes <= DataSpec.MAX_CLASSES)
                        .isPresent();
    }

    /// Whether inputs can be computed from the features.
    boolean hasInputs() {
        return shape(workbench.spec().data())
                .filter(shape -> shape.features() == Input.FEATURES)
                .isPresent();
    }

    /// Edits the points of the current data.
    void edit() {
        editable()
                .ifPresent(points ->
                        workbench.change(
                                spec -> DrawnPoints.begin(spec, workbench.wantedBatch(), points)));
    }

    private Optional<DataSpec.Points> editable() {
        RunSpec spec = workbench.spec();
        return switch (spec.data()) {
            case DataSpec.Points _, DataSpec.Iris _, DataSpec.Idx _, DataSpec.Numpy _ ->
                    Optional.empty();
            case DataSpec.Synthetic data -> DrawnPoints.of(data.generate(spec.seeds().data()));
            case DataSpec.Csv _ ->
                    workbench
                            .frameProperty()
                            .get()
                            .flatMap(frame -> DrawnPoints.of(frame.split().dataset()));
        };
    }

    void samples(int samples) {
        if (workbench.spec().data() instanceof DataSpec.Generated generated) {
            data(generated.withSamples(samples));
        }
    }

    void noise(double noise) {
        if (workbench.spec().data() instanceof DataSpec.Generated generated) {
            data(generated.withNoise(noise));
        }
    }

    void arms(int arms) {
        if (workbench.spec().data()
                instanceof DataSpec.Spiral(int samples, _, double turns, double noise)) {
            data(new DataSpec.Spiral(Math.max(samples, arms), arms, turns, noise));
        }
    }

    void classes(int classes) {
        if (workbench.spec().data() instanceof DataSpec.Gaussians(int samples, _, double noise)) {
            data(new DataSpec.Gaussians(Math.max(samples, classes), classes, noise));
        }
    }

    void turns(double turns) {
        if (workbench.spec().data()
                instanceof DataSpec.Spiral(int samples, int arms, _, double noise)) {
            data(new DataSpec.Spiral(samples, arms, turns, noise));
        }
    }

    void function(DataSpec.Curve.Function function) {
        if (workbench.spec().data() instanceof DataSpec.Curve(int samples, _, double noise)) {
            data(new DataSpec.Curve(samples, function, noise));
        }
    }

    void split(UnaryOperator<SplitSpec> change) {
        workbench.change(spec -> fitted(spec, spec.data(), change.apply(spec.split())));
    }

    /// Removes the file of a part.
    void removeFile(Split.Part part) {
        switch (workbench.spec().data()) {
            case DataSpec.Csv csv -> {
                boolean test = part == Split.Part.TEST;
                data(
                        csv.withPaths(
                                csv.path(),
                                test ? csv.validationPath() : Optional.empty(),
                                test ? Optional.empty() : csv.testPath()));
            }
            case DataSpec.Idx idx ->
                    data(new DataSpec.Idx(idx.images(), idx.labels(), idx.limit()));
            case DataSpec.Synthetic _, DataSpec.Iris _, DataSpec.Numpy _ -> {}
        }
    }

    /// The shape of the current data, if known.
    Optional<DataShape> shape() {
        return shape(workbench.spec().data());
    }

    /// Points of `data`, or the default number if `data` has no such setting.
    static int samples(DataSpec data) {
        return data instanceof DataSpec.Generated generated ? generated.samples() : DEFAULT_SAMPLES;
    }

    static double noise(DataSpec data) {
        return data instanceof DataSpec.Generated generated ? generated.noise() : DEFAULT_NOISE;
    }

    private void data(DataSpec data) {
        workbench.change(spec -> fitted(spec, data, spec.split()));
    }

    /// Remembers drawn points when another dataset is selected.
    void remember(DataSpec data) {
        if (data instanceof DataSpec.Points points) {
            drawn = points;
        }
    }

    /// "12 points, 2 classes", or "" if the points are not drawn.
    static String points(DataSpec data) {
        return data instanceof DataSpec.Points(var points, _)
                ? Messages.text(
                        "data.points",
                        points.size(),
                        points.stream().map(LabeledPoint::label).distinct().count())
                : "";
    }

    /// The summary of the collapsed section: the dataset and, once known, its number of rows.
    String summary() {
        DataSpec data = workbench.spec().data();
        String name = file(data).isEmpty() ? Messages.name("data.type", data) : file(data);
        return shape(data)
                .map(shape -> Messages.text("data.summary", name, shape.rows()))
                .orElse(name);
    }

    /// The name of the data file without its folder, or "".
    static String file(DataSpec data) {
        return switch (data) {
            case DataSpec.Csv csv ->
                    csv.path().isEmpty() ? Messages.text("data.file.none") : bare(csv.path());
            case DataSpec.Numpy(String path, _) -> bare(path);
            case DataSpec.Idx idx ->
                    idx.isMnist() ? Messages.text("data.file.mnist") : bare(idx.images());
            case DataSpec.Synthetic _, DataSpec.Iris _ -> "";
        };
    }

    /// The path of the data file, or "".
    static String path(DataSpec data) {
        return switch (data) {
            case DataSpec.Csv csv ->
                    lines(csv.path(), csv.validationPath().orElse(""), csv.testPath().orElse(""));
            case DataSpec.Numpy(String path, String labels) -> lines(path, labels);
            case DataSpec.Idx idx ->
                    lines(
                            idx.images(),
                            idx.labels(),
                            idx.testImages().orElse(""),
                            idx.testLabels().orElse(""));
            case DataSpec.Synthetic _, DataSpec.Iris _ -> "";
        };
    }

    private static String lines(String... paths) {
        return Arrays.stream(paths)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String bare(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    /// The number of rows of a file is known after a run has read it.
    private Optional<DataShape> shape(DataSpec data) {
        return data.equals(workbench.spec().data())
                ? workbench.shapeProperty().get()
                : data.shape();
    }

    private RunSpec fitted(RunSpec spec, DataSpec data, SplitSpec split) {
        return DataChange.on(spec, workbench.wantedBatch(), data, split, shape(data));
    }
}
