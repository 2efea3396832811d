package mlpexplorer.data.io;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a pair of IDX files, images and labels, gzipped or not (format:
/// `yann.lecun.com/exdb/mnist`). Features are the pixels from 0 to 1, kept as bytes; classes are 0
/// to the largest label.
///
/// Files that do not match each other or their headers cause a [UserError]; memory is allocated
/// after the headers have been validated.
public final class IdxReader {
    static final int MAX_PIXELS = 10_000;

    private IdxReader() {}

    /// @param limit reads only this many images
    public static Dataset read(Path images, Path labels, Optional<Integer> limit) {
        byte[] classes = labels(labels);
        try (IdxFile file = new IdxFile(images, 3, "images")) {
            IdxFile.Header header = file.header();
            if (header.count() != classes.length) {
                throw UserError.input(
                        String.format(
                                Locale.ROOT,
                                "%s has %,d images, but %s has %,d labels; the two files must"
                                        + " belong together.",
                                file.name(),
                                header.count(),
                                labels,
                                classes.length));
            }
            if (header.each() > MAX_PIXELS) {
                throw UserError.input(
                        String.format(
                                Locale.ROOT,
                                "%s has images of %,d × %,d pixels, but at most %,d pixels can be"
                                        + " read.",
                                file.name(),
                                header.sizes()[1],
                                header.sizes()[2],
                                MAX_PIXELS));
            }
            int rows = Math.min(header.count(), limit.orElse(Integer.MAX_VALUE));
            byte[] pixels = file.read(rows * (int) header.each());
            return dataset(
                    pixels, classes, rows, new ImageSize(header.sizes()[1], header.sizes()[2]));
        } catch (IOException e) {
            throw UserError.unreadable(images, e);
        }
    }

    /// The images in `all`, which were read from `file`, and those of the test part.
    ///
    /// @param limit reads only this many images
    static Dataset withTest(
            Dataset all, Path file, Path images, Path labels, Optional<Integer> limit) {
        Dataset test = read(images, labels, limit);
        if (!test.image().equals(all.image())) {
            throw UserError.input(
                    images
                            + " has images of "
                            + pixels(test)
                            + ", but must have images of "
                            + pixels(all)
                            + " like "
                            + file
                            + ".");
        }
        if (test.classes() > all.classes()) {
            throw UserError.input(
                    labels
                            + " has the label "
                            + (test.classes() - 1)
                            + ", but the largest label of the training part is "
                            + (all.classes() - 1)
                            + ".");
        }
        return all.withPart(test, Split.Part.TEST);
    }

    private static String pixels(Dataset dataset) {
        ImageSize size = dataset.image().orElseThrow();
        return size.height() + " × " + size.width() + " pixels";
    }

    /// The images in an IDX file of any size, read one by one.
    public static final class Images implements AutoCloseable {
        private final IdxFile file;

        /// Throws [UserError] if the file has no images.
        public Images(Path images) throws IOException {
            file = new IdxFile(images, 3, "images", Long.MAX_VALUE);
        }

        public int count() {
            return file.header().count();
        }

        public ImageSize size() {
            return new ImageSize(file.header().sizes()[1], file.header().sizes()[2]);
        }

        /// The pixels of the next image, row-major, one unsigned byte each.
        public byte[] next() throws IOException {
            return file.read((int) file.header().each());
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /// The labels in an IDX file, one unsigned byte each.
    public static byte[] labelBytes(Path labels) {
        try (IdxFile file = new IdxFile(labels, 1, "labels")) {
            return file.read((int) file.header().content());
        } catch (IOException e) {
            throw UserError.unreadable(labels, e);
        }
    }

    private static byte[] labels(Path labels) {
        try (IdxFile file = new IdxFile(labels, 1, "labels")) {
            byte[] classes = file.read((int) file.header().content());
            for (byte label : classes) {
                if (label != classes[0]) {
                    return classes;
                }
            }
            throw UserError.input(
                    labels
                            + " has only one class, "
                            + (classes[0] & 0xff)
                            + ", but at least 2 are needed.");
        } catch (IOException e) {
            throw UserError.unreadable(labels, e);
        }
    }

    private static Dataset dataset(byte[] pixels, byte[] classes, int rows, ImageSize size) {
        int[] labels = new int[rows];
        int largest = 0;
        for (int row = 0; row < classes.length; row++) {
            int label = classes[row] & 0xff;
            largest = Math.max(largest, label);
            if (row < rows) {
                labels[row] = label;
            }
        }
        Samples samples = Samples.ofPixels(pixels, size.height() * size.width(), labels);
        return new Dataset(samples, names(size), Dataset.numbered(largest + 1), Optional.of(size));
    }

    private static List<String> names(ImageSize size) {
        List<String> names = new ArrayList<>();
        for (int row = 1; row <= size.height(); row++) {
            for (int column = 1; column <= size.width(); column++) {
                names.add("pixel_" + row + "_" + column);
            }
        }
        return names;
    }
}
