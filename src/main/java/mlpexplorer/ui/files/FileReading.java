package mlpexplorer.ui.files;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.NumpyReader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.LessonFile;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.SvgFile;
import mlpexplorer.ui.export.PictureMetadata;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.OpenTable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Reads one file, or a pair of IDX files, completely, off the FX thread. Throws [UserError].
final class FileReading {
    static final String SPEC_ENDING = ".mlpx.json";

    /// Parts of the names of IDX image and label files.
    private static final Map<String, String> PARTNERS = Map.of("images", "labels", "idx3", "idx1");

    /// What stands for `train` in the names of the files of a test set.
    private static final List<String> TEST_NAMES = List.of("t10k", "test");

    /// Parts of the names of `.npy` files of features and classes.
    private static final List<List<String>> ARRAY_PARTNERS =
            List.of(
                    List.of("images", "labels"),
                    List.of("features", "labels"),
                    List.of("data", "labels"),
                    List.of("data", "target"),
                    List.of("X", "y"),
                    List.of("x", "y"));

    private FileReading() {}

    /// @param files selected or dropped files: one file, or images and labels in any order
    /// @param today current spec, for weights of its network
    static OpenedFile read(List<Path> files, RunSpec today) {
        if (files.size() == 2) {
            return pair(files.get(0), files.get(1));
        }
        if (files.size() != 1) {
            throw UserError.input(Messages.text("files.too-many", files.size()));
        }
        Path file = files.getFirst();
        if (Files.isDirectory(file)) {
            throw UserError.input(Messages.text("files.folder", file));
        }
        return switch (kind(file)) {
            case PICTURE -> experiment(file, picture(file, PngFile.texts(file)), false, today);
            case VECTOR_PICTURE ->
                    experiment(file, picture(file, SvgFile.texts(file)), false, today);
            case SPEC ->
                    LessonFile.isLesson(file)
                            ? new OpenedFile.LessonContent(LessonFile.read(file))
                            : experiment(file, new RunStart(SpecJson.read(file)), false, today);
            case ARRAYS -> arrays(file);
            case ARCHIVE -> archive(file, today);
            case MODEL -> experiment(file, ModelFile.read(file).start(), true, today);
            case WEIGHTS -> new OpenedFile.Weights(WeightsJson.read(file, RunStart.shape(today)));
            case IDX_IMAGES -> data(images(file, partner(file, true)));
            case IDX_LABELS -> data(images(partner(file, false), file));
            case CSV -> table(file);
        };
    }

    private static OpenedFile table(Path file) {
        return new OpenedFile.Table(
                OpenTable.read(new DataSpec.Csv(file.toAbsolutePath().toString())));
    }

    /// A zip file: weights or data as `.npz`; the reader of tables names any other.
    private static OpenedFile archive(Path file, RunSpec today) {
        if (!NumpyReader.isNumpy(file)) {
            return table(file);
        }
        return NumpyReader.isWeights(file)
                ? new OpenedFile.Weights(Npz.read(file, RunStart.shape(today)))
                : data(new DataSpec.Numpy(file.toString(), ""));
    }

    /// An array of features with the classes in its last column or, by name, in a file beside it.
    private static OpenedFile arrays(Path file) {
        String name = String.valueOf(file.getFileName());
        for (List<String> pair : ARRAY_PARTNERS) {
            Path labels = file.resolveSibling(name.replaceFirst(pair.getFirst(), pair.getLast()));
            Path features = file.resolveSibling(name.replaceFirst(pair.getLast(), pair.getFirst()));
            if (!labels.equals(file) && Files.isRegularFile(labels)) {
                return data(new DataSpec.Numpy(file.toString(), labels.toString()));
            }
            if (!features.equals(file) && Files.isRegularFile(features)) {
                return data(new DataSpec.Numpy(features.toString(), file.toString()));
            }
        }
        return data(new DataSpec.Numpy(file.toString(), ""));
    }

    private static FileKind kind(Path file) {
        try {
            // A file named as a spec is read as a spec, so that the error message fits.
            boolean promised = file.toString().toLowerCase(Locale.ROOT).endsWith(SPEC_ENDING);
            FileKind kind = FileKind.of(file);
            return promised ? FileKind.SPEC : kind;
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private static OpenedFile pair(Path one, Path other) {
        if (kind(one) == FileKind.ARRAYS && kind(other) == FileKind.ARRAYS) {
            return NumpyReader.isLabels(one)
                    ? data(new DataSpec.Numpy(other.toString(), one.toString()))
                    : data(new DataSpec.Numpy(one.toString(), other.toString()));
        }
        boolean inOrder = kind(one) == FileKind.IDX_IMAGES && kind(other) == FileKind.IDX_LABELS;
        boolean swapped = kind(one) == FileKind.IDX_LABELS && kind(other) == FileKind.IDX_IMAGES;
        if (!inOrder && !swapped) {
            throw UserError.input(Messages.text("files.too-many", 2));
        }
        Path images = inOrder ? one : other;
        Path labels = inOrder ? other : one;
        return data(images(images, labels));
    }

    /// A pair of IDX files and, if their names say `train`, the pair of the test set beside them.
    private static DataSpec.Idx images(Path images, Path labels) {
        for (String test : TEST_NAMES) {
            Path testImages = sibling(images, test);
            Path testLabels = sibling(labels, test);
            if (!testImages.equals(images)
                    && Files.isRegularFile(testImages)
                    && Files.isRegularFile(testLabels)) {
                return new DataSpec.Idx(
                        images.toString(),
                        labels.toString(),
                        Optional.empty(),
                        Optional.of(testImages.toString()),
                        Optional.of(testLabels.toString()));
            }
        }
        return new DataSpec.Idx(images.toString(), labels.toString(), Optional.empty());
    }

    private static Path sibling(Path file, String test) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replace("train", test));
    }

    /// `data` with the validation or test part in `file`.
    static OpenedFile part(DataSpec data, Split.Part part, Path file) {
        Optional<String> path = Optional.of(file.toString());
        return switch (data) {
            case DataSpec.Csv csv ->
                    data(
                            part == Split.Part.TEST
                                    ? csv.withPaths(csv.path(), csv.validationPath(), path)
                                    : csv.withPaths(csv.path(), path, csv.testPath()));
            case DataSpec.Idx idx -> {
                boolean images = kind(file) != FileKind.IDX_LABELS;
                Path partner = partner(file, images);
                yield data(
                        new DataSpec.Idx(
                                idx.images(),
                                idx.labels(),
                                idx.limit(),
                                Optional.of((images ? file : partner).toString()),
                                Optional.of((images ? partner : file).toString())));
            }
            case DataSpec.Synthetic _, DataSpec.Iris _, DataSpec.Numpy _ ->
                    throw new IllegalArgumentException(
                            "Only CSV and IDX files have files of other parts.");
        };
    }

    /// Data in files of the given paths, which become absolute.
    private static OpenedFile data(DataSpec given) {
        DataSpec spec = given.withPaths(path -> Path.of(path).toAbsolutePath().toString());
        return new OpenedFile.Data(spec, DataLoader.load(spec, 1));
    }

    /// The experiment in a text of unknown origin.
    static OpenedFile pasted(String text, RunSpec today) {
        RunSpec spec = SpecJson.read(text);
        SpecFolder.working().requireFiles(spec);
        return experiment(new RunStart(spec), DataLoader.named(spec.data()), false, today);
    }

    private static OpenedFile experiment(Path file, RunStart start, boolean model, RunSpec today) {
        try {
            return experiment(
                    start, SpecFolder.of(file).outside(start.spec().data()), model, today);
        } catch (UserError e) {
            throw UserError.input(file + ": " + e.getMessage(), e);
        }
    }

    /// Data that is in use was chosen by the user.
    private static OpenedFile experiment(
            RunStart start, List<Path> outside, boolean model, RunSpec today) {
        List<Path> unknown = new ArrayList<>(outside);
        unknown.removeAll(DataLoader.files(today.data()));
        return unknown.isEmpty()
                ? new OpenedFile.Experiment(OpenExperiment.read(start), model)
                : new OpenedFile.Outside(start, unknown, model);
    }

    /// @param texts metadata by keyword
    private static RunStart picture(Path file, Map<String, String> texts) {
        Optional<RunStart> start;
        try {
            start =
                    PictureMetadata.start(texts)
                            .map(found -> found.withSpec(SpecFolder.of(file)::opened));
        } catch (UserError e) {
            throw UserError.input(file + ": " + e.getMessage(), e);
        }
        return start.orElseThrow(() -> UserError.input(Messages.text("files.plain-picture", file)));
    }

    /// The label file for an image file, or vice versa, by name; gzipped or not.
    private static Path partner(Path file, boolean wantsLabels) {
        String name = file.getFileName().toString();
        String sought = name;
        for (Map.Entry<String, String> part : PARTNERS.entrySet()) {
            sought =
                    wantsLabels
                            ? sought.replace(part.getKey(), part.getValue())
                            : sought.replace(part.getValue(), part.getKey());
        }
        String plain = sought.replaceAll("\\.gz$", "");
        for (String candidate : List.of(sought, plain, plain + ".gz")) {
            Path found = file.resolveSibling(candidate);
            if (!candidate.equals(name) && Files.isRegularFile(found)) {
                return found;
            }
        }
        throw UserError.input(
                Messages.text(wantsLabels ? "files.no-labels" : "files.no-images", file, plain));
    }

    /// The kind of a file, detected by its first bytes.
    private enum FileKind {
        PICTURE,
        VECTOR_PICTURE,
        ARRAYS,
        ARCHIVE,
        IDX_IMAGES,
        IDX_LABELS,
        WEIGHTS,
        MODEL,
        SPEC,
        CSV;

        private static final int HEAD_BYTES = 1 << 16;

        /// Where the name of the first entry of a zip file begins.
        private static final int NAME_OFFSET = 30;

        private static final Pattern SVG = Pattern.compile("\\s*<(\\?xml|!--|!DOCTYPE svg|svg\\b)");

        private static final int GZIP_ID = 0x1f8b;

        /// Anything else is treated as CSV, whose reader reports what is wrong.
        static FileKind of(Path file) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES)) {
                in.mark(2);
                int id = in.read() << 8 | in.read();
                in.reset();
                byte[] head =
                        id == GZIP_ID
                                ? new GZIPInputStream(in).readNBytes(4)
                                : in.readNBytes(HEAD_BYTES);
                return of(head);
            }
        }

        private static FileKind of(byte[] head) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.startsWith("\u0089PNG")) {
                return PICTURE;
            }
            if (text.startsWith("\u0093NUMPY")) {
                return ARRAYS;
            }
            if (text.startsWith("PK\u0003\u0004")) {
                return text.startsWith("model.json", NAME_OFFSET) ? MODEL : ARCHIVE;
            }
            if (text.startsWith("\0\0\u0008\u0003")) {
                return IDX_IMAGES;
            }
            if (text.startsWith("\0\0\u0008\u0001")) {
                return IDX_LABELS;
            }
            String bare = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
            if (SVG.matcher(bare).lookingAt()) {
                return VECTOR_PICTURE;
            }
            if (!bare.stripLeading().startsWith("{")) {
                return CSV;
            }
            return bare.contains("\"W1\"") ? WEIGHTS : SPEC;
        }
    }

    /// The valid content of a completely read file.
    sealed interface OpenedFile {

        /// Data to train on.
        record Data(DataSpec spec, Dataset dataset) implements OpenedFile {}

        /// A CSV file, with its data unless another choice of columns is needed.
        record Table(OpenTable content) implements OpenedFile {}

        /// A complete experiment.
        ///
        /// @param model whether it is a trained network, which is shown as it is, without training
        record Experiment(OpenExperiment content, boolean model) implements OpenedFile {}

        /// An experiment whose data is not in the folder of its file, so that the user is asked
        /// before it is read.
        ///
        /// @param model as in [Experiment]
        record Outside(RunStart start, List<Path> data, boolean model) implements OpenedFile {}

        /// A lesson.
        record LessonContent(Lesson lesson) implements OpenedFile {}

        /// Weights that fit the current network.
        record Weights(Parameters weights) implements OpenedFile {}
    }
}
