package mlpexplorer.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelViewModelTest {
    private final Workbench workbench = new Workbench(new RunSpec());
    private final ModelViewModel model = new ModelViewModel(workbench);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aNewLayerIsAsWideAsTheLastOne() {
        model.units(1, 5);
        model.addLayer();
        assertThat(model.model().hidden()).containsExactly(8, 5, 5);
    }

    @Test
    void sixLayersAreTheMost() {
        for (int layer = 3; layer <= 6; layer++) {
            model.addLayer();
        }
        assertThat(model.canAddLayer()).isFalse();
    }

    @Test
    void theSummaryCountsParameters() {
        assertThat(model.summary()).isEqualTo("2 – 8 – 8 – 2 · 114 parameters");
    }

    @Test
    void noHiddenLayerIsCalledSoftmaxRegression() {
        model.removeLayer(1);
        model.removeLayer(0);
        assertThat(model.summary()).isEqualTo("2 – 2 · 6 parameters · softmax regression");
    }
}
