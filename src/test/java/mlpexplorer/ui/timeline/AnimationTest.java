package mlpexplorer.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.landscape.LossGrid;
import mlpexplorer.nn.landscape.WeightPath;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldThumbnail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

class AnimationTest {
    private static final Animation.Options FOUR = new Animation.Options(4, false, 96, 2);

    @TempDir Path folder;

    @Test
    void eachPictureShowsItsEpoch() throws Exception {
        Animation animation = animation(FOUR);
        Path file = animation.write(folder.resolve("animation.gif"), _ -> {});
        List<BufferedImage> pictures = read(file);
        assertThat(pictures).hasSize(4);
        assertThat(pictures.getFirst().getWidth()).isEqualTo(96);
        assertThat(pictures.getFirst().getHeight()).isEqualTo(96 + Animation.CAPTION);
        Replay replay = Past.of(30);
        for (int i = 0; i < 4; i++) {
            int[] expected =
                    new FieldThumbnail(96, Theme.LIGHT)
                            .draw(replay.mlp(), replay.goTo(10L * i), replay.split());
            assertThat(difference(pictures.get(i), expected)).as("picture %d", i).isLessThan(3);
        }
    }

    @Test
    void theCaptionIsWrittenAndTheLineGrows() throws Exception {
        for (Theme theme : Theme.values()) {
            Animation animation = new Animation(Past.of(30), FOUR, theme, "", Optional.empty());
            List<BufferedImage> pictures =
                    read(animation.write(folder.resolve("animation.gif"), _ -> {}));
            for (int i = 0; i < 4; i++) {
                BufferedImage picture = pictures.get(i);
                int line = picture.getRGB(0, 96);
                int ground = picture.getRGB(95, 119);
                assertThat(
                                IntStream.range(0, 96)
                                        .filter(x ->
                                                picture.getRGB(x, 97) == line && line != ground)
                                        .count())
                        .as("length of the line in picture %d", i)
                        .isEqualTo(32L * i);
                assertThat(
                                IntStream.range(0, 96 * 20)
                                        .filter(at ->
                                                picture.getRGB(at % 96, 99 + at / 96) != ground)
                                        .count())
                        .as("pixels of text in picture %d", i)
                        .isBetween(60L, 900L);
            }
        }
    }

    /// The dot of the last epoch is where the weights are on the plane of the whole path.
    @Test
    void thePathGrowsOnTheLandscape() throws Exception {
        Animation animation =
                new Animation(
                        Past.of(30), FOUR, Theme.LIGHT, "", Optional.of(new Regularizer.None()));
        List<BufferedImage> pictures =
                read(animation.write(folder.resolve("animation.gif"), _ -> {}));
        assertThat(pictures).hasSize(4);
        long before = 0;
        for (BufferedImage picture : pictures) {
            long colored =
                    IntStream.range(0, 96 * 96)
                            .filter(at -> isPath(picture.getRGB(at % 96, at / 96)))
                            .count();
            assertThat(colored).isGreaterThan(before);
            before = colored;
        }
        Replay replay = Past.of(30);
        WeightPath path = replay.path(WeightPlane.MAX_STEPS);
        WeightPlane plane = WeightPlane.principal(List.of(path)).orElseThrow();
        LossGrid.Extent extent =
                LossGrid.Extent.of(WeightPlane.Kind.PRINCIPAL, plane.project(path), 1);
        for (int i = 0; i < 4; i++) {
            WeightPlane.Place place = plane.project(replay.goTo(10L * i));
            int x = (int) (96 * (place.x() - extent.left()) / extent.width());
            int y = (int) (96 * (extent.top() - place.y()) / extent.height());
            assertThat(isPath(pictures.get(i).getRGB(x, y))).as("dot of picture %d", i).isTrue();
        }
    }

    private static boolean isPath(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 180 && color.getGreen() < 130 && color.getBlue() < 60;
    }

    @Test
    void theFileTellsDelaysAndItsRun() throws Exception {
        Path file = animation(FOUR).write(folder.resolve("animation.gif"), _ -> {});
        assertThat(delays(file)).containsExactly("33", "34", "33", "100");
        assertThat(Files.readAllBytes(file))
                .containsSubsequence("NETSCAPE2.0".getBytes())
                .containsSubsequence("{\"run\":1}".getBytes());
    }

    @Test
    void theProgressGoesToOne() throws Exception {
        List<Double> shares = new ArrayList<>();
        animation(FOUR).write(folder.resolve("animation.gif"), shares::add);
        assertThat(shares).containsExactly(0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void anInterruptLeavesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("animation.gif"), "old");
        Animation animation = animation(FOUR);
        assertThatThrownBy(() -> animation.write(file, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("nowhere").resolve("animation.gif");
        assertThatThrownBy(() -> animation(FOUR).write(file, _ -> {}))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith(".");
    }

    @Test
    void epochsLieEvenlyOrCloserAtTheStart() {
        assertThat(new Animation.Options(5, false, 96, 1).epochs(0, 100))
                .containsExactly(0, 25, 50, 75, 100);
        assertThat(new Animation.Options(5, true, 96, 1).epochs(0, 100))
                .containsExactly(0, 2, 9, 31, 100);
        assertThat(new Animation.Options(100, true, 96, 1).epochs(0, 3))
                .containsExactly(0, 1, 2, 3);
        assertThat(new Animation.Options(3, false, 96, 1).epochs(7, 7)).containsExactly(7);
    }

    @Test
    void anAnimationHasTheFramesAndTheSecondsThatWereAsked() {
        for (boolean early : new boolean[] {false, true}) {
            for (int frames : new int[] {2, 7, 60, 240}) {
                Animation.Options options = new Animation.Options(frames, early, 96, 6);
                long[] epochs = options.epochs(3, 503);
                assertThat(epochs).hasSize(frames).startsWith(3).endsWith(503);
                assertThat(epochs).isSorted().doesNotHaveDuplicates();
                assertThat(IntStream.of(options.delays(frames)).sum()).isEqualTo(600);
            }
        }
        assertThat(IntStream.of(new Animation.Options(240, true, 96, 1).delays(240)).sum())
                .isEqualTo(240 * 2 + 33);
    }

    /// Of a run of 30 epochs.
    private Animation animation(Animation.Options options) {
        return new Animation(Past.of(30), options, Theme.LIGHT, "{\"run\":1}", Optional.empty());
    }

    /// The mean difference of a color channel.
    private static double difference(BufferedImage picture, int[] expected) {
        long sum = 0;
        for (int i = 0; i < expected.length; i++) {
            int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((rgb >> shift & 0xff) - (expected[i] >> shift & 0xff));
            }
        }
        return sum / 3.0 / expected.length;
    }

    private static List<BufferedImage> read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            List<BufferedImage> pictures = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                pictures.add(reader.read(i));
            }
            return pictures;
        }
    }

    private static List<String> delays(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            List<String> delays = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                var root =
                        (IIOMetadataNode)
                                reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                var control =
                        (IIOMetadataNode)
                                root.getElementsByTagName("GraphicControlExtension").item(0);
                delays.add(control.getAttribute("delayTime"));
            }
            return delays;
        }
    }
}
