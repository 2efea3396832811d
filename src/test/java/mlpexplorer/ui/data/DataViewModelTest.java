package mlpexplorer.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Input;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.ui.workbench.DataChange;
import mlpexplorer.ui.workbench.Pulses;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class DataViewModelTest {
    private final Workbench workbench = new Workbench(new RunSpec());
    private final DataViewModel model = new DataViewModel(workbench);

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void anotherDatasetKeepsSamplesAndNoise() {
        model.samples(120);
        model.noise(0.25);
        model.pick(new DataSpec.Xor());
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Xor(120, 0.25));
    }

    @Test
    void theTruthTableIsAllForTrainingAndWhatFollowsIsParted() {
        model.pick(new DataSpec.XorTable());
        assertThat(workbench.spec().split()).isEqualTo(new SplitSpec(1, 0, 0, true));
        assertThat(workbench.spec().training().batch()).isEqualTo(new BatchSize.Full());
        model.pick(new DataSpec.Circles());
        assertThat(workbench.spec().split()).isEqualTo(new SplitSpec());
    }

    @Test
    void inputsStayForDataWithTwoFeaturesOnly() {
        model.split(now -> now.withInputs(List.of(Input.PRODUCT)));
        model.pick(new DataSpec.XorTable());
        assertThat(workbench.spec().split().inputs()).containsExactly(Input.PRODUCT);
        model.draw();
        assertThat(workbench.spec().split().inputs()).containsExactly(Input.PRODUCT);
        model.pick(new DataSpec.Iris());
        assertThat(workbench.spec().split().inputs()).isEmpty();
    }

    @Test
    void aBatchLargerThanTheRowsBecomesFull() {
        model.samples(10);
        assertThat(workbench.spec().training().batch()).isEqualTo(new BatchSize.Full());
    }

    @Test
    void theBatchComesBackWithTheRows() {
        model.samples(10);
        model.samples(300);
        assertThat(batch()).isEqualTo(new BatchSize.Rows(10));
        model.pick(new DataSpec.XorTable());
        workbench.change(spec -> spec.withTraining(spec.training().withRate(1)));
        assertThat(batch()).isEqualTo(new BatchSize.Full());
        model.draw();
        assertThat(batch()).isEqualTo(new BatchSize.Full());
        model.pick(new DataSpec.Iris());
        assertThat(batch()).isEqualTo(new BatchSize.Rows(10));
        Dataset small = new DataSpec.Moons(6, 0).generate(1);
        DataSpec file = new DataSpec.Csv("small.csv");
        workbench.open(
                file,
                small,
                spec ->
                        DataChange.on(
                                spec,
                                workbench.wantedBatch(),
                                file,
                                spec.split(),
                                Optional.of(small.shape())));
        assertThat(batch()).isEqualTo(new BatchSize.Full());
        model.pick(new DataSpec.Moons());
        assertThat(batch()).isEqualTo(new BatchSize.Rows(10));
        model.pick(new DataSpec.XorTable());
        workbench.undo();
        model.pick(new DataSpec.Circles());
        assertThat(batch()).isEqualTo(new BatchSize.Rows(10));
    }

    @Test
    void aBatchThatWasChosenStays() {
        workbench.change(
                spec -> spec.withTraining(spec.training().withBatch(new BatchSize.Full())));
        model.pick(new DataSpec.XorTable());
        model.pick(new DataSpec.Iris());
        assertThat(batch()).isEqualTo(new BatchSize.Full());
        workbench.change(
                spec -> spec.withTraining(spec.training().withBatch(new BatchSize.Rows(32))));
        model.pick(new DataSpec.XorTable());
        workbench.change(spec ->
                spec.withData(new DataSpec.Iris())
                        .withTraining(spec.training().withBatch(new BatchSize.Full())));
        model.pick(new DataSpec.Moons());
        assertThat(batch()).isEqualTo(new BatchSize.Full());
    }

    private BatchSize batch() {
        return workbench.spec().training().batch();
    }

    @Test
    void armsAndTurnsBelongToTheSpiral() {
        model.arms(5);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Circles());
        model.pick(new DataSpec.Spiral());
        model.arms(5);
        model.turns(2);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Spiral(300, 5, 2, 0.1));
    }

    @Test
    void noFewerSamplesThanArms() {
        model.pick(new DataSpec.Spiral());
        model.arms(5);
        model.samples(4);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Spiral(5, 5, 1.75, 0.1));
    }

    @Test
    void classesBelongToTheBlobs() {
        model.classes(5);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Circles());
        model.pick(new DataSpec.Gaussians());
        model.classes(5);
        model.samples(4);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Gaussians(5, 5, 0.1));
    }

    @Test
    void samplesAndNoiseComeBackAfterTheIrises() {
        model.pick(new DataSpec.Iris());
        model.samples(77);
        model.noise(0.3);
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Iris());
        model.pick(new DataSpec.Moons());
        assertThat(workbench.spec().data()).isEqualTo(new DataSpec.Moons(300, 0.1));
    }

    @Test
    void theSummaryNamesTheDatasetAndItsRows() {
        assertThat(model.summary()).isEqualTo("Circles, 300 rows");
        model.pick(new DataSpec.Iris());
        assertThat(model.summary()).isEqualTo("Iris, 150 rows");
    }

    @Test
    void aFileIsNamedAndItsRowsAreToldOnceItIsRead() {
        workbench.change(spec -> spec.withData(new DataSpec.Csv("data/iris.csv")));
        assertThat(model.summary()).isEqualTo("iris.csv");
        Pulses.until(workbench, () -> model.summary().equals("iris.csv, 150 rows"));
    }

    @Test
    void filesAreNamedWithoutTheirFolder() {
        assertThat(DataViewModel.file(new DataSpec.Csv("/a/b c.csv"))).isEqualTo("b c.csv");
        assertThat(DataViewModel.file(new DataSpec.Csv("C:\\a\\b.csv"))).isEqualTo("b.csv");
        assertThat(DataViewModel.file(new DataSpec.Csv())).isEqualTo("No file selected");
        assertThat(
                        DataViewModel.file(
                                new DataSpec.Idx("/m/images.gz", "/m/labels.gz", Optional.empty())))
                .isEqualTo("images.gz");
        assertThat(DataViewModel.file(new DataSpec.Idx())).isEqualTo("MNIST, 60,000 digits");
        assertThat(DataViewModel.file(new DataSpec.Iris())).isEmpty();
    }
}
