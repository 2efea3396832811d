package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

final class ProgressBarTest {
    private final EpochMetrics metrics =
            new EpochMetrics(
                    1250,
                    5000,
                    new Score(0.25, 0.9),
                    new Score(0.3, 0.8),
                    new Score(0.3, 0.8),
                    0,
                    0.03);

    @Test
    void tellsHowFarItIsAndHowLongItWillTake() {
        assertThat(ProgressBar.line(metrics, 5000, 10))
                .isEqualTo(
                        "[#######                       ]  25%  epoch 1,250 of 5,000  loss 0.2500 "
                                + " 30 s left");
    }

    @Test
    void estimatesNoTimeInTheFirstPercent() {
        assertThat(ProgressBar.line(metrics, 200_000, 10))
                .isEqualTo(
                        "[                              ]   1%  epoch 1,250 of 200,000  loss"
                                + " 0.2500");
    }

    @Test
    void drawsNothingWhereItIsNotWanted() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ProgressBar bar = new ProgressBar(new PrintStream(err), 5000, false)) {
            bar.show(metrics);
        }
        assertThat(err.size()).isZero();
    }
}
