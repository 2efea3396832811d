package mlpexplorer.spark;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.sweep.FinishedRun;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ResultMessageTest {
    private static FinishedRun train(String... settings) {
        RunStart start = new RunStart(SpecJson.set(new RunSpec(), List.of(settings)));
        RunLoop loop = new RunLoop(start, System::nanoTime);
        return FinishedRun.of(loop.started(), loop.run(() -> false, _ -> {}));
    }

    @Test
    void aFinishedRunArrivesAsItWas() {
        FinishedRun run = train("training.stop.epochs=3", "training.logEvery=1");
        assertThat(run.losses().size()).isPositive();
        assertThat(ResultMessage.read(ResultMessage.bytes(run)))
                .usingRecursiveComparison()
                .isEqualTo(run);
    }

    @Test
    void aDivergedRunArrivesAsItWas() {
        FinishedRun run = train("training.rate=900", "model.activation=relu");
        assertThat(run.end().outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(ResultMessage.read(ResultMessage.bytes(run)))
                .usingRecursiveComparison()
                .isEqualTo(run);
    }
}
