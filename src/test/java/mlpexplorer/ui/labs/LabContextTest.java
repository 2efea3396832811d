package mlpexplorer.ui.labs;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;

final class LabContextTest {
    private final Workbench workbench = new Workbench(new RunSpec());
    private final LabContext context =
            new LabContext(
                    workbench,
                    new CallingThreadJobs(),
                    new Exports(
                            _ -> {
                                throw new AssertionError("Nothing is saved");
                            },
                            new FileSaver(
                                    workbench,
                                    (_, _) -> Optional.empty(),
                                    new Settings(Path.of("unused")),
                                    Settings.Folder.EXPORTS,
                                    new CallingThreadJobs())));

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void anExperimentBeginsFromTheWeightsThatWereLoaded() {
        Parameters zeros = RunStart.shape(new RunSpec());
        workbench.startFrom(zeros);
        assertThat(context.experiment().weights()).contains(zeros);
    }

    @Test
    void anExperimentHasTheSettingsThatTheRunWasChangedTo() {
        workbench.change(spec -> spec.withTraining(spec.training().withRate(0.7)));
        assertThat(context.experiment()).isEqualTo(new RunStart(workbench.spec()));
        assertThat(context.experiment().spec().training().rate()).isEqualTo(0.7);
    }
}
