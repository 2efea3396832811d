package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.RunRecorder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Names from files and databases cannot move the cursor, color the terminal or forge lines.
final class ControlCharactersTest {
    /// Red; the window title; a line of its own; eight-bit CSI; text from right to left.
    private static final String EVIL = "a\u001b[31m\u001b]0;x\u0007\nrun 7\u009b2J\u202eb";

    private static final String SHOWN =
            "a\\u001b[31m\\u001b]0;x\\u0007\\u000arun 7\\u009b2J\\u202eb";

    @TempDir private Path folder;

    private static void assertClean(Ran ran) {
        for (String text : List.of(ran.out(), ran.err())) {
            assertThat(text.chars().filter(c -> c != '\n'))
                    .as(text)
                    .noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
        }
    }

    private Path store;

    @BeforeEach
    void storeARun() {
        store = folder.resolve("runs.db");
        RunStart start =
                new RunStart(SpecJson.set(new RunSpec(), List.of("training.stop.epochs=1")));
        RunResult result = new RunLoop(start, System::nanoTime).run(() -> false, _ -> {});
        try (RunRecorder recorder = new RunRecorder(store)) {
            NewRun run = new NewRun(start, 114, Instant.EPOCH, EVIL, List.of(EVIL));
            recorder.begin(run).finish(result.log(), result.end(), result.parameters());
        }
    }

    @Test
    void runNamesStayOnTheirLineInListAndShow() {
        Ran list = Ran.with("runs", "list", "--store", store.toString());
        assertClean(list);
        assertThat(list.out()).contains(SHOWN);
        assertThat(list.out().lines()).hasSize(2);
        Ran show = Ran.with("runs", "show", "1", "--store", store.toString());
        assertClean(show);
        assertThat(show.out()).startsWith("run 1: " + SHOWN + "\n").contains("\ntags " + SHOWN);
    }

    @Test
    void jsonOutputKeepsTheExactText() throws IOException {
        Ran list = Ran.with("runs", "list", "--json", "--store", store.toString());
        assertClean(list);
        JsonNode run = new ObjectMapper().readTree(list.out()).get(0);
        assertThat(run.get("tags").get(0).textValue()).isEqualTo(EVIL);
    }

    @Test
    void classAndColumnNamesStayInTheirCells() throws IOException {
        Path csv = folder.resolve("data.csv");
        String quoted = '"' + EVIL + '"';
        Files.writeString(csv, quoted + ",x,label\n1,2," + quoted + "\n3,4,other\n5,6,other\n");
        Ran ran = Ran.with("data", "inspect", csv.toString());
        assertClean(ran);
        assertThat(ran.out().lines().filter(line -> line.startsWith("run 7"))).isEmpty();
        assertThat(ran.out()).contains("u001b[31m");
    }

    @Test
    void errorsNameUnknownKeysAndOptionsInOneLine() throws IOException {
        Path spec = folder.resolve("spec.json");
        Files.writeString(
                spec, "{\"" + SHOWN.replace("\\u202e", "\\u202E") + "\": 1, \"model\": {}}");
        for (Ran ran :
                List.of(
                        Ran.with("train", "--no-store", "--spec", spec.toString()),
                        Ran.with("train", "--no-store", "--set", EVIL + "=1"),
                        Ran.with("train", "--" + EVIL),
                        Ran.with("runs", "list", EVIL + "(", "--store", store.toString()))) {
            assertClean(ran);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.code()).isIn(2, 3);
        }
    }

    @Test
    void theHeaderOfAnArrayIsShownWithoutItsControlCharacters() throws IOException {
        Path weights = folder.resolve("weights.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(weights))) {
            zip.putNextEntry(new ZipEntry("W1.npy"));
            byte[] header = ("{'descr': '" + EVIL + "'}").getBytes();
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
            zip.write(new byte[] {(byte) header.length, 0});
            zip.write(header);
        }
        Ran ran = Ran.with("train", "--no-store", "--weights", weights.toString());
        assertClean(ran);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("u001b[31m");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesOfFilesAreClean() throws IOException {
        Path csv = Files.writeString(folder.resolve(EVIL + ".csv"), "x,label\n1,a\n2,b\n3,b\n");
        Ran ran = Ran.with("data", "inspect", csv.toString());
        assertClean(ran);
        assertThat(ran.out()).contains(SHOWN + ".csv: 3 rows");
        assertClean(Ran.with("data", "inspect", folder.resolve("no" + EVIL).toString()));
    }
}
