package mlpexplorer.ui.timeline;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.field.Landscape;
import mlpexplorer.ui.field.PathPicture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;

/// The boundary of a run, or its path on the loss landscape, as an animated GIF: a picture for each
/// of the chosen epochs, with the epoch and a progress line below. The last picture is shown
/// longer.
///
/// @param comment comment of the file
/// @param path the penalty of the loss below the path; empty to show the boundary
record Animation(
        Replay replay, Options options, Theme theme, String comment, Optional<Regularizer> path) {
    /// Height of the caption in pixels.
    static final int CAPTION = 24;

    private static final int MARGIN = 6;
    private static final int BASELINE = 16;
    private static final int LINE = 2;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Color LIGHT_LINE = new Color(0x0969da);
    private static final Color DARK_LINE = new Color(0x4493f8);
    private static final Color LIGHT_TEXT = new Color(0x24292f);
    private static final Color DARK_TEXT = new Color(0xe6edf3);

    /// Writes the animation in the calling thread. A failure or an interrupt keeps an existing
    /// file.
    ///
    /// @param progress receives the fraction that is done
    /// @throws IOException with one sentence that names the file
    Path write(Path file, DoubleConsumer progress) throws IOException, InterruptedException {
        return AtomicFile.<InterruptedException>writePath(file, part -> draw(part, progress));
    }

    private void draw(Path part, DoubleConsumer progress) throws IOException, InterruptedException {
        long[] epochs = options.epochs(replay.firstEpoch(), replay.lastEpoch());
        Pictures pictures = pictures();
        int[] delays = options.delays(epochs.length);
        try (GifWriter gif = new GifWriter(part, comment)) {
            for (int i = 0; i < epochs.length; i++) {
                Parameters parameters = replay.goTo(epochs[i]);
                int[] picture = pictures.draw(parameters);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                gif.add(captioned(picture, epochs[i]), delays[i]);
                progress.accept((i + 1.0) / epochs.length);
            }
            gif.finish();
        }
    }

    /// Draws one epoch after the other.
    private interface Pictures {
        /// The square picture of the next epoch, ARGB row by row.
        int[] draw(Parameters parameters);
    }

    private Pictures pictures() throws InterruptedException {
        if (path.isPresent()) {
            Landscape.Request request =
                    new Landscape.Request(
                            replay.mlp(),
                            List.of(
                                    new Landscape.Run(
                                            "",
                                            Landscape.PATH,
                                            replay.path(WeightPlane.MAX_STEPS))),
                            WeightPlane.Kind.PRINCIPAL,
                            replay.goTo(replay.firstEpoch()).copy(),
                            replay.split().train(),
                            path.get(),
                            1,
                            1,
                            theme);
            Landscape landscape =
                    request.compute(Thread.currentThread()::isInterrupted)
                            .orElseThrow(InterruptedException::new);
            PathPicture picture = new PathPicture(landscape, options.pixels());
            return picture::draw;
        }
        FieldThumbnail thumbnail = new FieldThumbnail(options.pixels(), theme);
        return parameters -> thumbnail.draw(replay.mlp(), parameters, replay.split());
    }

    private BufferedImage captioned(int[] shown, long epoch) {
        int side = options.pixels();
        BufferedImage picture = new BufferedImage(side, side + CAPTION, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, side, side, shown, 0, side);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(theme.background()));
        graphics.fillRect(0, side, side, CAPTION);
        graphics.setColor(theme.isDark() ? DARK_LINE : LIGHT_LINE);
        graphics.fillRect(0, side, (int) (side * epoch / Math.max(1, replay.lastEpoch())), LINE);
        graphics.setColor(theme.isDark() ? DARK_TEXT : LIGHT_TEXT);
        graphics.setFont(FONT);
        String text =
                Messages.text(
                        "animation.caption",
                        Numbers.count(epoch),
                        Numbers.count(replay.lastEpoch()));
        graphics.drawString(text, MARGIN, side + BASELINE);
        graphics.dispose();
        return picture;
    }

    /// Writes an animated GIF frame by frame with `javax.imageio`, which chooses 256 colors per
    /// frame. The animation loops and carries a comment.
    private static final class GifWriter implements Closeable {
        private static final String FORMAT = "javax_imageio_gif_image_1.0";

        /// Loop extension: 1, then a repeat count of 0, which means forever.
        private static final byte[] ALWAYS = {1, 0, 0};

        private final FileImageOutputStream out;
        private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        private final String comment;
        private boolean begun;

        /// @param comment Latin-1; other characters are replaced by a question mark
        GifWriter(Path file, String comment) throws IOException {
            this.comment = comment;
            out = new FileImageOutputStream(file.toFile());
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
        }

        /// Adds an opaque frame.
        ///
        /// @param delay hundredths of a second
        void add(BufferedImage image, int delay) throws IOException {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), null);
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            root.appendChild(
                    node(
                            "GraphicControlExtension",
                            "disposalMethod",
                            "none",
                            "userInputFlag",
                            "FALSE",
                            "transparentColorFlag",
                            "FALSE",
                            "delayTime",
                            Integer.toString(delay),
                            "transparentColorIndex",
                            "0"));
            if (!begun) {
                root.appendChild(repeat());
                root.appendChild(comments());
                begun = true;
            }
            metadata.mergeTree(FORMAT, root);
            writer.writeToSequence(new IIOImage(image, null, metadata), null);
        }

        private static IIOMetadataNode repeat() {
            IIOMetadataNode extension =
                    node(
                            "ApplicationExtension",
                            "applicationID",
                            "NETSCAPE",
                            "authenticationCode",
                            "2.0");
            extension.setUserObject(ALWAYS.clone());
            return parent("ApplicationExtensions", extension);
        }

        private IIOMetadataNode comments() {
            byte[] latin = comment.getBytes(StandardCharsets.ISO_8859_1);
            return parent(
                    "CommentExtensions",
                    node(
                            "CommentExtension",
                            "value",
                            new String(latin, StandardCharsets.ISO_8859_1)));
        }

        private static IIOMetadataNode parent(String name, IIOMetadataNode child) {
            IIOMetadataNode parent = new IIOMetadataNode(name);
            parent.appendChild(child);
            return parent;
        }

        private static IIOMetadataNode node(String name, String... attributes) {
            IIOMetadataNode node = new IIOMetadataNode(name);
            for (int i = 0; i < attributes.length; i += 2) {
                node.setAttribute(attributes[i], attributes[i + 1]);
            }
            return node;
        }

        /// Finishes the file, which is incomplete before.
        void finish() throws IOException {
            writer.endWriteSequence();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            writer.dispose();
            out.close();
        }
    }

    /// The options of an animation.
    ///
    /// @param frames number of frames, 2 to 240; fewer if there are fewer epochs
    /// @param early whether frames are denser in early epochs, where most happens, instead of
    ///   evenly spaced
    /// @param pixels edge of the boundary, 64 to 1,024
    /// @param seconds duration, 1 to 60, with the pause at the last frame; longer if that many
    ///   frames need more
    record Options(int frames, boolean early, int pixels, double seconds) {
        static final Options DEFAULT = new Options(60, true, 400, 6);

        /// Minimum delay in hundredths of a second; viewers slow down faster animations.
        private static final int MIN_DELAY = 2;

        /// Maximum pause at the last frame.
        private static final int PAUSE = 100;

        /// The epochs shown, in ascending order, including the first and the last of the run: as
        /// many as there are frames, or all.
        long[] epochs(long first, long last) {
            long span = last - first;
            long[] epochs = new long[(int) Math.min(frames, span + 1)];
            for (int i = 0; i < epochs.length; i++) {
                double t = i / Math.max(1, epochs.length - 1.0);
                long wanted =
                        first + Math.round(early ? Math.expm1(t * Math.log1p(span)) : t * span);
                long least = i == 0 ? first : epochs[i - 1] + 1;
                epochs[i] = Math.clamp(wanted, least, last - (epochs.length - 1 - i));
            }
            return epochs;
        }

        /// The delays of the frames in hundredths of a second. The last one includes a pause.
        int[] delays(int count) {
            int total = (int) Math.round(100 * seconds);
            int moving = total - Math.min(PAUSE, total / 3);
            int[] delays = new int[count];
            for (int i = 0; i < count; i++) {
                int exact = moving * (i + 1) / count - moving * i / count;
                delays[i] = Math.max(MIN_DELAY, exact);
            }
            delays[count - 1] += total - moving;
            return delays;
        }
    }
}
