package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;
import org.junit.jupiter.api.Test;

class SplitCacheTest {
    private static final RunSpec FILE = SpecJson.set(new RunSpec(), List.of("data.type=csv", "data.path=data/xor.csv"));

    private final SplitCache cache = new SplitCache();

    @Test
    void runsOnTheSameDataShareTheirSplit() {
        Split first = cache.split(new RunSpec());
        RunSpec other = SpecJson.set(new RunSpec(), List.of("training.rate=1", "model.hidden=2", "seeds.init=2", "seeds.batches=2"));
        assertThat(cache.split(other)).isSameAs(first);
    }

    @Test
    void otherDataOtherSharesAndOtherSeedsAreSplitAgain() {
        for (String change : List.of("data.noise=0.2", "data.split=1,0,0", "data.standardize=false", "seeds.data=2", "seeds.split=2")) {
            Split first = cache.split(new RunSpec());
            assertThat(cache.split(SpecJson.set(new RunSpec(), List.of(change)))).isNotSameAs(first);
        }
    }

    @Test
    void onlyTheLastSplitIsKept() {
        Split first = cache.split(new RunSpec());
        cache.split(SpecJson.set(new RunSpec(), List.of("seeds.data=2")));
        assertThat(cache.split(new RunSpec())).isNotSameAs(first);
    }

    @Test
    void aBatchLargerThanTheFileIsRefusedAlthoughTheDataAreThere() {
        cache.split(FILE);
        RunSpec large = SpecJson.set(FILE, List.of("training.batch=5000"));
        assertThatExceptionOfType(UserError.class).isThrownBy(() -> cache.split(large))
                .withMessageStartingWith("training.batch is 5000, but must be from 1 to");
    }
}
