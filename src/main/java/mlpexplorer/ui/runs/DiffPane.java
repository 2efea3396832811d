package mlpexplorer.ui.runs;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.Messages;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The differences between two runs, with a warning if the data or more than one factor differ.
/// With one run selected, it is compared to the baseline.
final class DiffPane extends VBox implements RunPane {
    private final RunsViewModel model;
    private final Label verdict = new Label();
    private final TableView<SpecDiff.Difference> table = new TableView<>();
    private final TableColumn<SpecDiff.Difference, String> before =
            column("before", SpecDiff.Difference::before);
    private final TableColumn<SpecDiff.Difference, String> after =
            column("after", SpecDiff.Difference::after);
    private List<Long> shown = List.of();

    DiffPane(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("run-pane");
        verdict.setId("runs-verdict");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("run-pane-title");
        table.setId("runs-differences");
        table.setAccessibleText(Messages.text("runs.tab.differences"));
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label());
        table.getColumns()
                .addAll(
                        List.of(
                                column("path", difference -> name(difference.path())),
                                before,
                                after));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(verdict, table);
    }

    @Override
    public void show(Chosen chosen) {
        List<RunSummary> pair =
                chosen.selected().size() == 1
                        ? model.baselineProperty()
                                .get()
                                .map(base -> List.of(base, chosen.selected().getFirst()))
                                .orElse(chosen.selected())
                        : chosen.selected();
        List<Long> ids = pair.stream().map(RunSummary::id).toList();
        if (pair.size() != 2 || ids.getFirst().equals(ids.getLast())) {
            shown = List.of();
            table.getItems().clear();
            showVerdict(Messages.text("runs.select.two"), false);
        } else if (!ids.equals(shown)) {
            shown = ids;
            RunSummary one = pair.getFirst();
            RunSummary two = pair.getLast();
            model.ask(
                    store -> SpecDiff.of(store.spec(one.id()), store.spec(two.id())),
                    diff -> {
                        if (ids.equals(shown)) {
                            fill(one, two, diff);
                        }
                    });
        }
    }

    private void fill(RunSummary one, RunSummary two, SpecDiff diff) {
        before.setText(RunText.heading(one));
        after.setText(RunText.heading(two));
        table.getItems().setAll(diff.differences());
        showVerdict(description(diff), diff.otherData() || diff.isConfounded());
    }

    private static String description(SpecDiff diff) {
        if (diff.differences().isEmpty()) {
            return Messages.text("runs.verdict.same");
        }
        if (diff.otherData()) {
            return Messages.text("runs.verdict.data");
        }
        return switch (diff.factors().size()) {
            case 0 -> Messages.text("runs.verdict.chance");
            case 1 -> Messages.text("runs.verdict.one", name(diff.factors().getFirst()));
            default ->
                    Messages.text(
                            "runs.verdict.more",
                            diff.factors().size(),
                            diff.factors().stream()
                                    .map(DiffPane::name)
                                    .collect(Collectors.joining(", ")));
        };
    }

    /// The setting at `path` as the sidebar calls it.
    private static String name(String path) {
        String key = "setting." + path;
        return Messages.has(key) ? Messages.text(key) : path;
    }

    private void showVerdict(String message, boolean warning) {
        verdict.setText(message);
        verdict.getStyleClass().remove("warning");
        if (warning) {
            verdict.getStyleClass().add("warning");
        }
    }

    private static TableColumn<SpecDiff.Difference, String> column(
            String name, Function<SpecDiff.Difference, String> text) {
        TableColumn<SpecDiff.Difference, String> column =
                new TableColumn<>(Messages.text("runs.diff." + name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }
}
