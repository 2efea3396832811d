package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
import mlpexplorer.experiment.store.RunStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The data file is deleted or changed between two runs. `RunsViewModelTest` tests what the window
/// shows then.
final class LostDataTest {
    @TempDir private Path folder;

    private Path table() throws IOException {
        return Files.writeString(
                folder.resolve("table.csv"),
                "1,2,x\n2,1,y\n2,3,x\n3,2,y\n4,5,x\n5,4,y\n6,7,x\n7,6,y\n");
    }

    private String store() {
        return folder.resolve("runs.db").toString();
    }

    private ChildProcess.Result sweep(Path table) {
        return CommandLines.run(
                "sweep",
                "--resume",
                "--json",
                "--axis",
                "training.rate=0.1,0.2",
                "--set",
                "training.batch=2",
                "--set",
                "training.stop.epochs=5",
                "--set",
                "data.type=csv",
                "--set",
                "data.path=" + table,
                "--store",
                store());
    }

    private int storedRuns() {
        try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
            return store.list().size();
        }
    }

    @Test
    void aDeletedFileIsNamedAndStoredRunsRemain() throws Exception {
        Path table = table();
        assertThat(sweep(table).code()).isZero();
        Files.delete(table);
        ChildProcess.Result result = sweep(table);
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith(table + " cannot be read: there is no such file");
        assertThat(result.code()).isEqualTo(3);
        assertThat(storedRuns()).isEqualTo(2);
        assertThat(CommandLines.run("runs", "show", "1", "--store", store()).out())
                .contains("the data file " + table + " no longer exists");
    }

    @Test
    void onlyAChangedFileCausesNewRuns() throws Exception {
        Path table = table();
        sweep(table);
        assertThat(sweep(table).code()).isZero();
        assertThat(storedRuns()).isEqualTo(2);
        Files.writeString(table, Files.readString(table).replace("7,6", "7,5"));
        assertThat(sweep(table).code()).isZero();
        assertThat(storedRuns()).isEqualTo(4);
    }

    @Test
    void aTruncatedFileIsReportedWithTheLine() throws Exception {
        Path table = table();
        Files.writeString(table, "1,2,x\n2,1,y\n2,");
        ChildProcess.Result result = sweep(table);
        assertThat(result.messages()).singleElement().asString().contains("table.csv", "line 3");
        assertThat(result.code()).isEqualTo(3);
    }
}
