package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of the data goes away or changes between two runs. That the window says so is told in
/// `RunsViewModelTest`.
final class LostDataIT {
    @TempDir private Path folder;

    private Path table() throws IOException {
        return Files.writeString(
                folder.resolve("table.csv"),
                "1,2,x\n2,1,y\n2,3,x\n3,2,y\n4,5,x\n5,4,y\n6,7,x\n7,6,y\n");
    }

    private Product.Ended sweep(Path table) throws IOException, InterruptedException {
        return new Product(folder)
                .run(
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
                        folder.resolve("runs.db").toString());
    }

    private int kept() {
        try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
            return store.list().size();
        }
    }

    @Test
    void a_file_that_is_gone_is_named_and_what_was_kept_stays() throws Exception {
        Path table = table();
        assertThat(sweep(table).code()).isZero();
        Files.delete(table);
        Product.Ended ended = sweep(table);
        assertThat(ended.sentences())
                .singleElement()
                .asString()
                .startsWith(table + " cannot be read: there is no such file");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(kept()).isEqualTo(2);
        assertThat(
                        new Product(folder)
                                .run(
                                        "runs",
                                        "show",
                                        "1",
                                        "--store",
                                        folder.resolve("runs.db").toString())
                                .out())
                .contains("the data file " + table + " no longer exists");
    }

    @Test
    void a_file_that_was_changed_makes_other_runs_and_one_that_was_not_makes_none()
            throws Exception {
        Path table = table();
        sweep(table);
        assertThat(sweep(table).code()).isZero();
        assertThat(kept()).isEqualTo(2);
        Files.writeString(table, Files.readString(table).replace("7,6", "7,5"));
        assertThat(sweep(table).code()).isZero();
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void a_file_cut_off_is_told_by_its_line() throws Exception {
        Path table = table();
        Files.writeString(table, "1,2,x\n2,1,y\n2,");
        Product.Ended ended = sweep(table);
        assertThat(ended.sentences()).singleElement().asString().contains("table.csv", "line 3");
        assertThat(ended.code()).isEqualTo(3);
    }
}
