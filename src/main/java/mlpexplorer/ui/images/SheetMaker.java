package mlpexplorer.ui.images;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.ConfusionCell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Creates sheets of images. Thread-safe.
final class SheetMaker {
    /// The number of mistakes shown.
    static final int MAX_MISTAKES = 60;

    /// Images per class in a mixed gallery.
    static final int PER_CLASS = 10;

    private static final int MAX_PER_CLASS = 80;
    private static final int LIGHT_BACKGROUND = 0xffffff;
    private static final int LIGHT_TEXT = 0x1f2328;
    private static final int DARK_BACKGROUND = 0x161b22;
    private static final int DARK_TEXT = 0xf0f6fc;

    private SheetMaker() {}

    /// The sheet, or empty if the thread was interrupted. The data of `frame` must be images.
    static Optional<ImageSheet> make(Frame frame, SheetSpec spec) {
        return switch (spec.kind()) {
            case WEIGHTS -> Optional.of(weights(frame, spec));
            case MISTAKES -> mistakes(frame, spec);
            case GALLERY -> Optional.of(gallery(frame.split(), spec));
        };
    }

    /// An image for each unit of the first layer: negative weights are orange, positive ones blue.
    private static ImageSheet weights(Frame frame, SheetSpec spec) {
        Parameters parameters = frame.parameters();
        int units = parameters.fanOut(0);
        double common = 0;
        for (double weight : parameters.weights(0)) {
            common = Math.max(common, Math.abs(weight));
        }
        ColorRamp ramp = new ClassColors(2, spec.theme()).signed();
        List<ImageSheet.Tile> tiles = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            tiles.add(weightsOf(frame, unit, spec.ownScale() ? 0 : common, ramp));
        }
        String kind = parameters.layers() == 1 ? "images.weights.classes" : "images.weights.units";
        return sheet(
                frame.split(), tiles, 0, Messages.text(kind, units), spec.ownScale() ? 0 : common);
    }

    private static ImageSheet.Tile weightsOf(Frame frame, int unit, double scale, ColorRamp ramp) {
        Parameters parameters = frame.parameters();
        int units = parameters.fanOut(0);
        double[] column = new double[parameters.fanIn(0)];
        for (int i = 0; i < column.length; i++) {
            column[i] = parameters.weights(0)[i * units + unit];
        }
        double low = IntStream.range(0, column.length).mapToDouble(i -> column[i]).min().orElse(0);
        double high = IntStream.range(0, column.length).mapToDouble(i -> column[i]).max().orElse(0);
        double largest = scale > 0 ? scale : Math.max(Math.abs(low), Math.abs(high));
        int[] argb = new int[column.length];
        for (int i = 0; i < column.length; i++) {
            argb[i] = ramp.at((float) (largest > 0 ? 0.5 + 0.5 * column[i] / largest : 0.5));
        }
        boolean output = parameters.layers() == 1;
        String name =
                output
                        ? frame.split().dataset().classNames().get(unit)
                        : Integer.toString(unit + 1);
        String reading =
                Messages.text(
                        output ? "images.weights.class" : "images.weights.unit",
                        name,
                        Numbers.number(low),
                        Numbers.number(high),
                        Numbers.number(parameters.biases(0)[unit]));
        return new ImageSheet.Tile(argb, output ? name : "", reading);
    }

    /// The misclassified rows, or those of the cell, whose true class has the lowest probability.
    private static Optional<ImageSheet> mistakes(Frame frame, SheetSpec spec) {
        Part name = spec.cell().map(ConfusionCell::part).orElse(spec.part());
        Samples part = frame.split().part(name);
        Optional<Predictions> said =
                Predictions.of(
                        frame.mlp(),
                        frame.parameters(),
                        part,
                        frame.mlp().workspace(Predictions.CHUNK),
                        () -> Thread.currentThread().isInterrupted());
        return said.map(predictions -> {
            List<Integer> wrong =
                    IntStream.range(0, part.rows())
                            .filter(row ->
                                    spec.cell()
                                            .map(at -> at.contains(part, predictions, row))
                                            .orElse(
                                                    predictions.predicted()[row]
                                                            != part.label(row)))
                            .boxed()
                            .sorted(Comparator.comparingDouble(row -> predictions.truth()[row]))
                            .toList();
            int first = first(frame.split(), name);
            List<ImageSheet.Tile> tiles =
                    wrong.stream()
                            .limit(MAX_MISTAKES)
                            .map(row ->
                                    mistake(
                                            frame.split(),
                                            first + row,
                                            row,
                                            predictions,
                                            spec.theme()))
                            .toList();
            return sheet(
                    frame.split(),
                    tiles,
                    0,
                    note(frame.split(), spec.cell(), wrong.size(), part.rows(), tiles.size()),
                    0);
        });
    }

    private static String note(
            Split split, Optional<ConfusionCell> cell, int found, int rows, int shown) {
        List<String> names = split.dataset().classNames();
        return cell.map(at ->
                        Messages.text(
                                "images.cell.note",
                                found,
                                names.get(at.truth()),
                                names.get(at.predicted()),
                                shown))
                .orElseGet(() -> Messages.text("images.mistakes.note", found, rows, shown));
    }

    private static ImageSheet.Tile mistake(
            Split split, int position, int row, Predictions said, Theme theme) {
        Dataset dataset = split.dataset();
        int source = split.row(position);
        String truth = dataset.classNames().get(dataset.samples().label(source));
        String taken = dataset.classNames().get(said.predicted()[row]);
        return new ImageSheet.Tile(
                pixels(dataset, source, theme),
                truth + " → " + taken + "  " + Numbers.percent(said.probability()[row]),
                Messages.text(
                        "images.mistakes.reading",
                        source,
                        truth,
                        taken,
                        Numbers.fixed(said.probability()[row], 3),
                        Numbers.number(said.truth()[row])));
    }

    private static ImageSheet gallery(Split split, SheetSpec spec) {
        Dataset dataset = split.dataset();
        List<ImageSheet.Tile> tiles = new ArrayList<>();
        List<Integer> labels =
                spec.label()
                        .map(List::of)
                        .orElseGet(() -> IntStream.range(0, dataset.classes()).boxed().toList());
        int[] rows = new int[dataset.classes()];
        for (int row = 0; row < split.train().rows(); row++) {
            rows[split.train().label(row)]++;
        }
        int each = spec.label().isPresent() ? MAX_PER_CLASS : PER_CLASS;
        int total = 0;
        for (int label : labels) {
            total += rows[label];
            int found = 0;
            for (int position = 0; position < split.train().rows() && found < each; position++) {
                if (split.train().label(position) == label) {
                    int row = split.row(position);
                    String name = dataset.classNames().get(label);
                    tiles.add(
                            new ImageSheet.Tile(
                                    pixels(dataset, row, spec.theme()),
                                    name,
                                    Messages.text("images.gallery.reading", row, name)));
                    found++;
                }
            }
        }
        return sheet(
                split,
                tiles,
                spec.label().isPresent() ? 0 : PER_CLASS,
                Messages.text("images.gallery.note", tiles.size(), total),
                0);
    }

    private static int first(Split split, Part part) {
        return switch (part) {
            case TRAIN -> 0;
            case VALIDATION -> split.train().rows();
            case TEST -> split.train().rows() + split.validation().rows();
        };
    }

    private static int[] pixels(Dataset dataset, int row, Theme theme) {
        ColorRamp ramp =
                theme.isDark()
                        ? ColorRamp.between(DARK_BACKGROUND, DARK_TEXT)
                        : ColorRamp.between(LIGHT_BACKGROUND, LIGHT_TEXT);
        int[] argb = new int[dataset.samples().columns()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = ramp.at((float) dataset.samples().feature(row, i));
        }
        return argb;
    }

    private static ImageSheet sheet(
            Split split, List<ImageSheet.Tile> tiles, int row, String note, double largest) {
        ImageSize size = split.dataset().image().orElseThrow();
        return new ImageSheet(size.width(), size.height(), tiles, row, note, largest);
    }

    /// Images of one size. Immutable by convention.
    ///
    /// @param width width of each image in pixels
    /// @param height height of each image in pixels
    /// @param row preferred number of images per row, or a multiple of it; 0 for any
    /// @param note one line about all images
    /// @param largest the largest absolute weight if the images are weights on one scale, otherwise
    ///   0
    record ImageSheet(
            int width, int height, List<Tile> tiles, int row, String note, double largest) {

        /// One image.
        ///
        /// @param argb opaque colors, row-major
        /// @param caption text below the image, or empty
        /// @param reading description shown on hover
        record Tile(int[] argb, String caption, String reading) {}
    }

    /// A requested sheet.
    ///
    /// @param part part whose mistakes are shown
    /// @param ownScale whether the weights of each unit are scaled separately
    /// @param cell the cell of the confusion matrix whose images are shown instead of the mistakes
    /// @param label class shown in the gallery; empty for a mix of all classes
    record SheetSpec(
            Kind kind,
            Part part,
            Optional<ConfusionCell> cell,
            boolean ownScale,
            Optional<Integer> label,
            Theme theme) {

        /// The kinds of sheets.
        enum Kind {
            WEIGHTS,
            MISTAKES,
            GALLERY
        }
    }
}
