package mlpexplorer.ui;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/// The page of sweeps looks as its thumbnails do.
class SweepScreenshotsIT extends WindowTestCase {
    @Test
    void theSweepPage() throws IOException {
        open(ThemeChoice.LIGHT, ScreenshotsIT.spiral());
        click("#sweep-page-button");
        take("sweep-start");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("72 runs in"));
        click("#sweep-sheet-cell-9");
        take("sweep-sheet");
        for (String view : List.of("map", "curve", "table", "seeds")) {
            selectTab("#sweep-tabs", "sweep-" + view + "-tab");
            take("sweep-" + view + "");
        }
    }

    @Test
    void aSweepOfRatesSomeOfWhichDiverge() throws IOException {
        RunSpec quick =
                new RunSpec()
                        .withTraining(
                                new RunSpec().training().withStop(new StopRule().withEpochs(40)));
        open(
                ThemeChoice.LIGHT,
                quick.withModel(new ModelSpec(List.of(8), Activation.RELU, new Initializer.He())));
        click("#sweep-page-button");
        interact(() -> {
            lookup("#sweep-template-field").queryComboBox().getSelectionModel().select(2);
            lookup("#sweep-across-values-field")
                    .queryTextInputControl()
                    .setText("0.001,0.01,0.1,1,10,100");
        });
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("18 runs in"));
        for (String view : List.of("sheet", "map", "curve")) {
            selectTab("#sweep-tabs", "sweep-" + view + "-tab");
            take("sweep-rates-" + view);
        }
        selectTab("#sweep-tabs", "sweep-sheet-tab");
        takeLarge("sweep-large", 1600, 1000);
    }
}
