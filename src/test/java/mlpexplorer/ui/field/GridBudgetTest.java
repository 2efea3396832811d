package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;

import org.junit.jupiter.api.Test;

class GridBudgetTest {
    private static final Mlp SMALL = new Mlp(Runs.TANH_16_16, 2, 2);
    private static final Mlp LARGE = new Mlp(Runs.model(Activation.TANH, 512, 512), 2, 2);

    private final GridBudget budget = new GridBudget();

    @Test
    void aLargerNetworkGetsACoarserGrid() {
        assertThat(budget.side(LARGE, 4e6, 400)).isLessThan(budget.side(SMALL, 4e6, 400));
    }

    @Test
    void aGridIsNeverFinerThanWanted() {
        assertThat(budget.side(SMALL, 1e12, 200)).isEqualTo(200);
    }

    @Test
    void aGridIsNeverTooCoarseToRead() {
        assertThat(budget.side(LARGE, 1, 200)).isEqualTo(24);
    }

    @Test
    void aSlowMachineGetsCoarserGrids() {
        int before = budget.side(SMALL, 4e6, 400);
        for (int i = 0; i < 20; i++) {
            budget.observe(SMALL, 100, 100_000_000);
        }

        assertThat(budget.side(SMALL, 4e6, 400)).isLessThan(before);
    }

    @Test
    void timesObservedMakeGridsThatTakeTheTimeGiven() {
        for (int i = 0; i < 50; i++) {
            budget.observe(SMALL, 100, 10_000 * 50);
        }

        assertThat(budget.side(SMALL, 50 * 80 * 80, 400)).isBetween(78, 82);
    }
}
