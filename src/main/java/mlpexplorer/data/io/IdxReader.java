package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.nn.Samples;

/// Reads a pair of IDX files, images and labels, gzipped or not (format: `yann.lecun.com/exdb/mnist`). Features are the
/// pixels from 0 to 1, kept as bytes; classes are 0 to the largest label.
///
/// Files that do not match each other or their headers cause a [UserError]; memory is allocated after the headers have been
/// validated.
public final class IdxReader {
    static final int MAX_PIXELS = 10_000;

    private IdxReader() {}

    /// @param limit reads only this many images
    public static Dataset read(Path images, Path labels, Optional<Integer> limit) {
        byte[] classes = labels(labels);
        try (IdxFile file = new IdxFile(images, 3, "images")) {
            IdxHeader header = file.header();
            if (header.count() != classes.length) {
                throw UserError.input(String.format(
                        Locale.ROOT, "%s has %,d images, but %s has %,d labels; the two files must belong together.",
                        file.name(), header.count(), labels, classes.length));
            }
            if (header.each() > MAX_PIXELS) {
                throw UserError.input(String.format(
                        Locale.ROOT, "%s has images of %,d × %,d pixels, but at most %,d pixels can be read.",
                        file.name(), header.sizes()[1], header.sizes()[2], MAX_PIXELS));
            }
            int rows = Math.min(header.count(), limit.orElse(Integer.MAX_VALUE));
            byte[] pixels = file.read(rows * (int) header.each());
            return dataset(pixels, classes, rows, new ImageSize(header.sizes()[1], header.sizes()[2]));
        } catch (IOException e) {
            throw UserError.unreadable(images, e);
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
            throw UserError.input(labels + " has only one class, " + (classes[0] & 0xff) + ", but at least 2 are needed.");
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
