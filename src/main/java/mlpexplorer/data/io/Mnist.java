package mlpexplorer.data.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The four files of MNIST and their location.
public final class Mnist {
    public static final MnistFile TRAIN_IMAGES =
            new MnistFile("train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873");
    public static final MnistFile TRAIN_LABELS =
            new MnistFile("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432");
    public static final MnistFile TEST_IMAGES =
            new MnistFile("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3");
    public static final MnistFile TEST_LABELS =
            new MnistFile("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c");
    public static final List<MnistFile> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    private Mnist() {}

    /// The folder of the downloaded files.
    public static Path folder() {
        return UserFolder.path().resolve("mnist");
    }

    /// Whether all files are in `folder`.
    public static boolean isIn(Path folder) {
        return FILES.stream().allMatch(file -> Files.isRegularFile(file.in(folder)));
    }
}
