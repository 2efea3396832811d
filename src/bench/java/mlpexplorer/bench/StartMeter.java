package mlpexplorer.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// U3: the packaged program, started as a user does on a display of its own, with an empty data
/// folder: milliseconds to the first picture, and until the Train button answers the mouse; in
/// turns with it, a [BareWindow] on the same runtime.
///
/// Needs `Xvfb`, whose screen is a file that can be read, and `xdotool`; without them there are no
/// figures. Arguments: the launcher, and the file for the figures.
public final class StartMeter {
    private static final int STARTS = 6;
    private static final int WIDTH = 1360;
    private static final int HEIGHT = 860;
    private static final String DISPLAY = freeDisplay();
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// Where the Train button is in the window of the usual size.
    private static final int TRAIN_X = 553;

    private static final int TRAIN_Y = 22;
    private static final int NEAR = 10;

    private final Path folder;
    private final String launcher;
    private final Quantiles shown = new Quantiles();
    private final Quantiles answered = new Quantiles();
    private final Quantiles bare = new Quantiles();

    private StartMeter(Path folder, String launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (Files.isExecutable(Path.of("/usr/bin/Xvfb"))
                && Files.isExecutable(Path.of("/usr/bin/xdotool"))) {
            StartMeter meter = new StartMeter(Files.createTempDirectory("start-meter"), args[0]);
            meter.measure();
            figures.put("U3 start to first picture ms", meter.shown.median());
            figures.put("U3 start to a button that answers ms", meter.answered.median());
            figures.put("U3 start of a bare window ms", meter.bare.median());
        }
        figures.forEach((name, value) -> System.out.printf("%-44s %10.2f%n", name, value));
        BenchJson.write(Path.of(args[1]), figures);
    }

    /// The first start fills the system's file cache and does not count.
    private void measure() throws IOException, InterruptedException {
        for (int i = 0; i < 2 * STARTS; i++) {
            Process display =
                    process(
                            "Xvfb",
                            DISPLAY,
                            "-screen",
                            "0",
                            WIDTH + "x" + HEIGHT + "x24",
                            "-fbdir",
                            folder.toString());
            try {
                Thread.sleep(1000);
                if (i % 2 == 0) {
                    startBare();
                } else {
                    start(i);
                }
                if (i == 1) {
                    shown.clear();
                    answered.clear();
                    bare.clear();
                }
            } finally {
                display.destroy();
                display.waitFor();
            }
        }
    }

    private void start(int number) throws IOException, InterruptedException {
        process("xdotool", "mousemove", "1", Integer.toString(HEIGHT - 1)).waitFor();
        long began = System.nanoTime();
        Process program = process(launcher, "home-" + number);
        try {
            await(StartMeter::isBlue, began);
            shown.add((System.nanoTime() - began) / 1e6);
            byte[] resting = button();
            process("xdotool", "mousemove", Integer.toString(TRAIN_X), Integer.toString(TRAIN_Y))
                    .waitFor();
            await(now -> !Arrays.equals(now, resting), began);
            answered.add((System.nanoTime() - began) / 1e6);
        } finally {
            program.destroy();
            if (!program.waitFor(5, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }
    }

    private static String freeDisplay() {
        int number = 97;
        while (Files.exists(Path.of("/tmp/.X" + number + "-lock"))) {
            number++;
        }
        return ":" + number;
    }

    private void startBare() throws IOException, InterruptedException {
        Path home = Path.of(launcher).toAbsolutePath().getParent().getParent();
        String classes = System.getProperty("java.class.path");
        long began = System.nanoTime();
        Process program =
                process(
                        home.resolve("runtime/bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        home.resolve("lib") + "/*" + File.pathSeparator + classes,
                        BareWindow.class.getName());
        try {
            await(StartMeter::isBlue, began);
            bare.add((System.nanoTime() - began) / 1e6);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private Process process(String program, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program);
        if (program.equals(launcher)) {
            builder.environment().put("XDG_DATA_HOME", folder.resolve(arguments[0]).toString());
        } else {
            builder.command().addAll(Arrays.asList(arguments));
        }
        builder.environment().put("DISPLAY", DISPLAY);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void await(Predicate<byte[]> sight, long began)
            throws IOException, InterruptedException {
        while (!sight.test(button())) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new IOException("the window did not answer");
            }
            Thread.sleep(5);
        }
    }

    /// Whether the first pixel, in the order blue, green, red, has the color of the button.
    private static boolean isBlue(byte[] pixels) {
        return Byte.toUnsignedInt(pixels[0]) > 80 + Byte.toUnsignedInt(pixels[2]);
    }

    /// The pixels around the middle of the Train button, four bytes each. The screen's rows end the
    /// file.
    private byte[] button() throws IOException {
        byte[] screen = Files.readAllBytes(folder.resolve("Xvfb_screen0"));
        int pixels = 4 * WIDTH * HEIGHT;
        int start = screen.length - pixels;
        byte[] near = new byte[4 * 4 * NEAR * NEAR];
        for (int row = 0; row < 2 * NEAR; row++) {
            int from = start + 4 * ((TRAIN_Y - NEAR + row) * WIDTH + TRAIN_X - NEAR);
            System.arraycopy(screen, from, near, row * 8 * NEAR, 8 * NEAR);
        }
        return near;
    }
}
