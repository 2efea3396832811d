package mlpexplorer.ui.data;

import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Section;
import mlpexplorer.ui.controls.SeedRow;
import mlpexplorer.ui.workbench.Workbench;

/// The seeds of data, split, initial weights and batches.
public final class SeedsPane extends VBox {
    private final Workbench workbench;
    private final SeedRow data =
            new SeedRow(caption("data"), seed -> change(seeds().withData(seed)));
    private final SeedRow split =
            new SeedRow(caption("split"), seed -> change(seeds().withSplit(seed)));
    private final SeedRow init =
            new SeedRow(caption("init"), seed -> change(seeds().withInit(seed)));
    private final SeedRow batches =
            new SeedRow(caption("batches"), seed -> change(seeds().withBatches(seed)));
    private final Section section =
            new Section(
                    ControlLabel.of("seeds.section", "seeds-section"), data, split, init, batches);

    public SeedsPane(Workbench workbench) {
        this.workbench = workbench;
        section.setExpanded(false);
        getChildren().add(section);
        workbench.lesson().restrict(section.content(), Control.DATA_SEEDS, data, split);
        workbench.lesson().restrict(section.content(), Control.SEEDS, init, batches);
        workbench.specProperty().addListener((_, _, spec) -> show(spec.seeds()));
        show(workbench.spec().seeds());
    }

    private Seeds seeds() {
        return workbench.spec().seeds();
    }

    private void change(Seeds seeds) {
        workbench.change(spec -> spec.withSeeds(seeds));
    }

    private void show(Seeds seeds) {
        data.show(seeds.data());
        split.show(seeds.split());
        init.show(seeds.init());
        batches.show(seeds.batches());
        section.summaryProperty()
                .set(
                        Messages.text(
                                "seeds.summary",
                                Long.toString(seeds.data()),
                                Long.toString(seeds.split()),
                                Long.toString(seeds.init()),
                                Long.toString(seeds.batches())));
    }

    private static ControlLabel caption(String id) {
        return ControlLabel.of("seeds." + id, id + "-seed");
    }
}
