package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.ShortestDecimal;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A step of a lesson that locks the test part shows its metrics nowhere.
class LockedTestPartTest {
    private static final String LESSON = "adam-on-the-spiral";
    private static final List<String> SETTINGS = List.of("training.stop.epochs=3");

    private static Score test;

    @TempDir private Path folder;

    @BeforeAll
    static void train() {
        RunSpec spec = SpecJson.set(Lessons.named(LESSON).spec(0), SETTINGS);
        test =
                new RunLoop(new RunStart(spec), () -> 0)
                        .run(() -> false, _ -> {})
                        .end()
                        .metrics()
                        .test();
        assertThat(test.loss()).isPositive();
    }

    private static Ran run(String verb, String... more) {
        List<String> args = new ArrayList<>(List.of(verb, "--lesson", LESSON));
        SETTINGS.forEach(setting -> args.addAll(List.of("--set", setting)));
        args.addAll(List.of(more));
        Ran ran = Ran.with(args.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran;
    }

    /// The first digits of the test loss, as the program writes them anywhere.
    private static String digits() {
        return ShortestDecimal.text(test.loss()).substring(0, 7);
    }

    private static void assertHidden(Map<String, String> texts) {
        assertThat(texts)
                .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain(digits()));
    }

    /// The files of a folder by name, with those in zip files.
    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(file.getFileName().toString(), Files.readAllBytes(file), texts);
            }
        }
        return texts;
    }

    private static void add(String name, byte[] bytes, Map<String, String> texts)
            throws IOException {
        texts.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
        if (name.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(name + "/" + entry.getName(), zip.readAllBytes(), texts);
            }
        }
    }

    @Test
    void theMetricsAreFoundWithoutTheLesson() throws IOException {
        Path spec = folder.resolve("free.mlpx.json");
        Files.writeString(
                spec, SpecJson.write(SpecJson.set(Lessons.named(LESSON).spec(0), SETTINGS)));
        Path out = folder.resolve("out");
        Ran.with("train", "--no-store", "--spec", spec.toString(), "--out", out.toString());
        Map<String, String> texts = texts(out);
        assertThat(texts.get("metrics.csv")).contains(digits());
        assertThat(texts.get("model.mlpm.zip/model.json")).contains(digits());
    }

    @Test
    void trainWritesNone() throws IOException {
        String store = folder.resolve("runs.db").toString();
        Path out = folder.resolve("out");
        Ran ran = run("train", "--store", store, "--out", out.toString());
        assertThat(ran.out()).containsPattern("test +- +-").contains("saved as run 1");
        assertThat(run("train", "--no-store", "--json").out()).doesNotContain(digits());
        Map<String, String> texts = texts(out);
        assertThat(texts).containsKeys("metrics.csv", "model.json", "model.mlpm.zip/model.json");
        assertHidden(texts);
        assertThat(texts.get("metrics.csv").lines().skip(1)).allMatch(line -> line.contains(",,"));
    }

    @Test
    void theDatabaseHoldsNone() throws IOException {
        String store = folder.resolve("runs.db").toString();
        run("train", "--store", store, "--quiet");
        Path export = folder.resolve("export");
        Map<String, String> shown = new TreeMap<>();
        for (List<String> args :
                List.of(
                        List.of("list"),
                        List.of("list", "--json"),
                        List.of("show", "1"),
                        List.of("show", "1", "--json"),
                        List.of("export", "1", "--out", export.toString()))) {
            List<String> all = new ArrayList<>(List.of("runs"));
            all.addAll(args);
            all.addAll(List.of("--store", store));
            Ran ran = Ran.with(all.toArray(String[]::new));
            assertThat(ran.err()).as("%s", args).isEmpty();
            shown.put(args.toString(), ran.out());
        }
        shown.putAll(texts(export));
        assertThat(shown).containsKey("metrics.csv");
        assertHidden(shown);
        Ran none = Ran.with("runs", "list", "--json", "--store", store, "--filter", "test_loss<99");
        assertThat(none.err()).isEmpty();
        assertThat(none.out().strip()).isEqualTo("[]");
    }

    @Test
    void aSweepShowsNoneAndARunWithoutThemIsNotReused() throws IOException {
        String store = folder.resolve("runs.db").toString();
        Path csv = folder.resolve("sweep.csv");
        Ran ran =
                run(
                        "sweep",
                        "--axis",
                        "training.batch=10,32",
                        "--store",
                        store,
                        "--out",
                        csv.toString());
        assertThat(ran.out()).doesNotContain(digits());
        assertThat(run("sweep", "--axis", "training.batch=10,32", "--no-store", "--json").out())
                .doesNotContain(digits());
        assertHidden(texts(folder));
        RunSpec free = SpecJson.set(Lessons.named(LESSON).spec(0), SETTINGS);
        Path spec = folder.resolve("free.mlpx.json");
        Files.writeString(spec, SpecJson.write(free));
        Ran again =
                Ran.with(
                        "sweep",
                        "--spec",
                        spec.toString(),
                        "--repeats",
                        "1",
                        "--axis",
                        "training.batch=" + SpecJson.tree(free).at("/training/batch").asText(),
                        "--resume",
                        "--json",
                        "--store",
                        store);
        assertThat(again.out()).contains(digits());
    }

    @Test
    void aBundleHoldsNone() throws IOException {
        run("snapshot", "--bundle", folder.resolve("ada.zip").toString());
        Map<String, String> texts = texts(folder);
        assertThat(texts).containsKeys("ada.zip/report.html", "ada.zip/metrics.csv");
        assertHidden(texts);
    }
}
