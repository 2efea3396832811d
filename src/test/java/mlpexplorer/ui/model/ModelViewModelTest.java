package mlpexplorer.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class ModelViewModelTest {
    private final Workbench workbench = new Workbench(new RunSpec());
    private final ModelViewModel model = new ModelViewModel(workbench);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aNewLayerIsAsWideAsTheLastOne() {
        model.layers().units(1, 5);
        model.layers().add();
        assertThat(model.model().hidden()).containsExactly(8, 5, 5);
    }

    @Test
    void sixLayersAreTheMost() {
        for (int layer = 3; layer <= 6; layer++) {
            model.layers().add();
        }
        assertThat(model.layers().canAdd()).isFalse();
    }

    @Test
    void unlikeLayersKeepWhatIsTheirsWhenALayerComesOrGoes() {
        Regularizer.Lambdas first = new Regularizer.Lambdas(0.1, 0);
        Regularizer.Lambdas second = new Regularizer.Lambdas(0.2, 0);
        Regularizer.Lambdas output = new Regularizer.Lambdas(0.3, 0);
        model.activation(List.of(Activation.RELU, Activation.TANH));
        workbench.change(spec ->
                spec.withTraining(
                        spec.training()
                                .withRegularizer(
                                        new Regularizer.PerLayer(List.of(first, second, output)))));
        model.layers().add();
        assertThat(model.model().activation())
                .containsExactly(Activation.RELU, Activation.TANH, Activation.TANH);
        assertThat(lambdas()).containsExactly(first, second, output, output);
        model.layers().remove(0);
        assertThat(lambdas()).containsExactly(second, output, output);
        assertThat(model.model().activation()).containsExactly(Activation.TANH);
    }

    private List<Regularizer.Lambdas> lambdas() {
        return ((Regularizer.PerLayer) workbench.spec().training().regularizer()).layers();
    }

    @Test
    void theSummaryCountsParameters() {
        assertThat(model.summary()).isEqualTo("2 – 8 – 8 – 2 · 114 parameters");
    }

    @Test
    void noHiddenLayerIsCalledSoftmaxRegression() {
        model.layers().remove(1);
        model.layers().remove(0);
        assertThat(model.summary()).isEqualTo("2 – 2 · 6 parameters · softmax regression");
    }
}
