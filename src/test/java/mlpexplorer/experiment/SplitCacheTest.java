package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SplitCacheTest {
    private static final RunSpec FILE =
            SpecJson.set(new RunSpec(), List.of("data.type=csv", "data.path=data/xor.csv"));

    private final SplitCache cache = new SplitCache();

    @Test
    void runsOnTheSameDataShareTheirSplit() {
        Split first = cache.split(new RunSpec());
        RunSpec other =
                SpecJson.set(
                        new RunSpec(),
                        List.of(
                                "training.rate=1",
                                "model.hidden=2",
                                "seeds.init=2",
                                "seeds.batches=2"));
        assertThat(cache.split(other)).isSameAs(first);
    }

    @Test
    void otherDataOtherSharesAndOtherSeedsAreSplitAgain() {
        for (String change :
                List.of(
                        "data.noise=0.2",
                        "data.split=1,0,0",
                        "data.standardize=false",
                        "seeds.data=2",
                        "seeds.split=2")) {
            Split first = cache.split(new RunSpec());
            assertThat(cache.split(SpecJson.set(new RunSpec(), List.of(change))))
                    .isNotSameAs(first);
        }
    }

    @Test
    void onlyTheLastSplitIsKept() {
        Split first = cache.split(new RunSpec());
        cache.split(SpecJson.set(new RunSpec(), List.of("seeds.data=2")));
        assertThat(cache.split(new RunSpec())).isNotSameAs(first);
    }

    @Test
    void aFileIsReadOnceForAllItsSplits(@TempDir Path folder) throws IOException {
        Path file = Files.copy(Path.of("data/xor.csv"), folder.resolve("xor.csv"));
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("data.type=csv", "data.path=" + file));
        Split first = cache.split(spec);
        for (String change :
                List.of(
                        "data.split=1,0,0",
                        "data.standardize=false",
                        "seeds.data=2",
                        "seeds.split=2")) {
            Split other = cache.split(SpecJson.set(spec, List.of(change)));
            assertThat(other).isNotSameAs(first);
            assertThat(other.dataset()).isSameAs(first.dataset());
        }
    }

    @Test
    void aFileThatChangedOrIsMissingIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = Files.copy(Path.of("data/xor.csv"), folder.resolve("xor.csv"));
        RunSpec spec = SpecJson.set(new RunSpec(), List.of("data.type=csv", "data.path=" + file));
        RunSpec other = SpecJson.set(spec, List.of("seeds.split=2"));
        Split first = cache.split(spec);
        Files.writeString(file, Files.readString(file) + "1,1,0\n");
        assertThat(cache.split(other).dataset().samples().rows())
                .isEqualTo(first.dataset().samples().rows() + 1);
        Files.delete(file);
        assertThatThrownBy(() -> cache.split(spec)).isInstanceOf(UserError.class);
    }

    @Test
    void dataThatWereJustReadReplaceThoseOfTheSameFile() {
        Split before = cache.split(FILE);
        Dataset read = new DataSpec.Moons(60, 0).generate(1);
        cache.put(FILE.data(), read);
        assertThat(cache.split(FILE).dataset()).isSameAs(read).isNotSameAs(before.dataset());
        RunSpec gone = SpecJson.set(FILE, List.of("data.path=gone.csv"));
        cache.put(gone.data(), read);
        assertThat(cache.split(gone).dataset()).isSameAs(read);
    }

    @Test
    void dataThatWereJustReadOutlastARunThatStartsOnOtherData() {
        Dataset read = new DataSpec.Moons(60, 0).generate(1);
        RunSpec gone = SpecJson.set(FILE, List.of("data.path=gone.csv"));
        cache.put(gone.data(), read);
        cache.split(new RunSpec());
        assertThat(cache.split(gone).dataset()).isSameAs(read);
    }

    @Test
    void aBatchLargerThanTheFileIsRefusedAlthoughTheDataAreThere() {
        cache.split(FILE);
        RunSpec large = SpecJson.set(FILE, List.of("training.batch=5000"));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> cache.split(large))
                .withMessageStartingWith("training.batch is 5000, but must be from 1 to");
    }
}
