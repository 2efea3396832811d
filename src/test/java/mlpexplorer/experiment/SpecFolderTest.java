package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How the paths of a spec are resolved.
class SpecFolderTest {
    @TempDir private Path folder;

    private static RunSpec csv(Object path) {
        return new RunSpec().withData(new DataSpec.Csv(path.toString()));
    }

    @Test
    void aTaskWorksFromAnyWorkingFolder() {
        Path task = Path.of("src/test/resources/mlpexplorer/data/io/cases/32-moved/task.mlpx.json");
        RunSpec spec = SpecJson.read(task);
        assertThat(spec.data())
                .isEqualTo(
                        new DataSpec.Csv(
                                task.resolveSibling("points.csv").toAbsolutePath().toString()));
        assertThat(spec.splitData().shape()).isEqualTo(new DataShape(24, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub/rows.csv",
                "./sub/../sub/rows.csv",
                "sub\\rows.csv",
                "C:\\Users\\ada\\top.csv",
                "/home/ada/course/top.csv",
                "lost/top.csv"
            })
    void aFileIsFoundInTheFolderOrBesideTheSpec(String path) throws IOException {
        Path rows = Files.createDirectories(folder.resolve("sub")).resolve("rows.csv");
        Files.writeString(rows, "");
        Path top = Files.writeString(folder.resolve("top.csv"), "");
        Path found = path.endsWith("rows.csv") ? rows : top;
        assertThat(new SpecFolder(folder).absolute(csv(path))).isEqualTo(csv(found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//server/share/rows.csv",
                "\\\\server\\share\\rows.csv",
                "\\/server/share/rows.csv",
                "\\\\?\\UNC\\server\\share\\rows.csv",
                "\\\\.\\COM1",
                "\\??\\C:\\rows.csv",
                "/dev/zero",
                "/proc/self/environ"
            })
    void aSpecInAFileMayNotNameSharesAndDevices(String path) throws IOException {
        Path file = Files.writeString(folder.resolve("task.mlpx.json"), SpecJson.write(csv(path)));
        assertThatThrownBy(() -> SpecJson.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("task.mlpx.json")
                .hasMessageContaining("is on a network share or a device");
        assertThat(SpecFolder.working().absolute(csv(path)).data())
                .isInstanceOf(DataSpec.Csv.class);
    }

    @Test
    void filesInTheFolderAndBelowAreInside() throws IOException {
        Path rows = Files.createDirectories(folder.resolve("sub")).resolve("rows.csv");
        Files.writeString(rows, "");
        Path elsewhere = Files.writeString(folder.resolve("top.csv"), "");
        Path link = Files.createSymbolicLink(folder.resolve("sub/link.csv"), elsewhere);
        SpecFolder sub = new SpecFolder(folder.resolve("sub"));
        assertThat(new SpecFolder(folder).outside(csv(rows).data())).isEmpty();
        assertThat(sub.outside(csv(rows).data())).isEmpty();
        assertThat(sub.outside(csv(elsewhere).data())).containsExactly(elsewhere);
        String path = elsewhere.toString();
        assertThat(
                        sub.outside(
                                new DataSpec.Csv(path)
                                        .withPaths(path, Optional.empty(), Optional.of(path))))
                .containsExactly(elsewhere);
        assertThat(sub.outside(csv(link).data())).containsExactly(link);
        assertThat(sub.outside(new DataSpec.Moons())).isEmpty();
        assertThat(sub.outside(new DataSpec.Idx())).isEmpty();
        assertThat(sub.outside(DataSpec.Idx.MNIST)).isEmpty();
        Optional<String> mine = Optional.of(elsewhere.toString());
        assertThat(sub.outside(new DataSpec.Idx("", "", Optional.empty(), mine, mine)))
                .containsExactly(elsewhere);
    }

    @Test
    void aFileInTheWorkingFolderIsFound() {
        assertThat(new SpecFolder(folder).absolute(csv("data/iris.csv")))
                .isEqualTo(csv(Path.of("data/iris.csv").toAbsolutePath()));
    }

    @Test
    void aMissingFileIsExpectedWhereTheSpecSays() {
        assertThat(new SpecFolder(folder).absolute(csv("a/b.csv")))
                .isEqualTo(csv(folder.resolve("a/b.csv")));
        assertThat(new SpecFolder(folder).absolute(csv("/nowhere/b.csv")))
                .isEqualTo(csv("/nowhere/b.csv"));
        assertThat(new SpecFolder(folder).absolute(csv("a\u0000b"))).isEqualTo(csv("a\u0000b"));
        assertThat(new SpecFolder(folder).absolute(csv(""))).isEqualTo(csv(""));
    }

    @Test
    void pathsAreWrittenRelativeToTheFolder() {
        SpecFolder place = new SpecFolder(folder.resolve("runs/1"));
        assertThat(place.relative(csv(folder.resolve("runs/1/rows.csv"))))
                .isEqualTo(csv("rows.csv"));
        assertThat(place.relative(csv(folder.resolve("data/rows.csv"))))
                .isEqualTo(csv("../../data/rows.csv"));
        assertThat(place.relative(csv("/elsewhere/rows.csv")))
                .isEqualTo(csv("/elsewhere/rows.csv"));
        RunSpec images =
                new RunSpec()
                        .withData(
                                new DataSpec.Idx(
                                        folder.resolve("i").toString(),
                                        folder.resolve("l").toString(),
                                        Optional.empty()));
        assertThat(new SpecFolder(folder).relative(images).data())
                .isEqualTo(new DataSpec.Idx("i", "l", Optional.empty()));
        RunSpec mnist = new RunSpec().withData(new DataSpec.Idx());
        assertThat(place.relative(mnist)).isEqualTo(mnist);
        assertThat(place.absolute(mnist)).isEqualTo(mnist);
    }
}
