package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The page of runs, driven by mouse and keyboard, over six small runs of two moons and one of a
/// spiral.
class RunsPageIT extends WindowTestCase {
    /// In a past year, so that the table shows the runs in the same way on any day.
    private static final Instant NOON = Instant.parse("2025-03-03T12:00:00Z");

    private void trained() {
        try (RunRecorder recorder = new RunRecorder(home.resolve(RunStore.FILE))) {
            int minutes = 50;
            for (String hidden : List.of("1", "2", "4", "8", "8,8", "16,16")) {
                train(
                        recorder,
                        minutes--,
                        "data.type=moons",
                        "data.noise=0.2",
                        "model.hidden=" + hidden);
            }
            train(
                    recorder,
                    minutes,
                    "data.type=spiral",
                    "model.hidden=16",
                    "training.optimizer=adam",
                    "training.rate=0.01");
        }
    }

    private static void train(RunRecorder recorder, int minutesAgo, String... settings) {
        RunSpec base =
                SpecJson.set(
                        new RunSpec(), List.of("training.stop.epochs=60", "training.rate=0.3"));
        RunStart start = new RunStart(SpecJson.set(base, List.of(settings)));
        RunLoop loop = new RunLoop(start, System::nanoTime);
        NewRun run = new NewRun(start, loop.split(), NOON.minus(Duration.ofMinutes(minutesAgo)));
        var result = loop.run(() -> false, _ -> {});
        recorder.begin(run).finish(result.log(), result.end(), result.parameters());
    }

    private void open(ThemeChoice theme) {
        open(theme, new RunSpec());
        interact(() -> lookup("#runs-page-button").queryAs(ToggleButton.class).setSelected(true));
    }

    private void openTrained(ThemeChoice theme) {
        trained();
        open(theme);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @SuppressWarnings("unchecked")
    private TableView<RunSummary> table() {
        return lookup("#runs-table").queryAs(TableView.class);
    }

    private List<Long> ids() {
        return table().getItems().stream().map(RunSummary::id).toList();
    }

    private void awaitIds(Long... ids) {
        await(() -> ids().equals(List.of(ids)));
    }

    private void tab(String name) {
        selectTab("#runs-tabs", "runs-" + name + "-tab");
    }

    private void select(int... rows) {
        interact(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
        });
    }

    @Test
    void theHeadingOfASortedColumnIsReadWhole() {
        open(ThemeChoice.LIGHT);
        for (TableColumn<RunSummary, ?> column : table().getVisibleLeafColumns()) {
            interact(() -> table().getSortOrder().setAll(List.of(column)));
            interact(() -> stage().getScene().getRoot().layout());
            Label heading = (Label) column.getGraphic();
            assertThat(heading.getWidth())
                    .as(column.getId())
                    .isGreaterThanOrEqualTo(Math.floor(heading.prefWidth(-1)));
        }
    }

    @Test
    void allColumnsFitBesideThoseOfTheBaseline() {
        openTrained(ThemeChoice.LIGHT);
        select(3);
        clickOn("#runs-baseline-button");
        await(() ->
                lookup("#runs-delta-loss-column").tryQuery().isPresent()
                        && lookup("#runs-table > .virtual-flow > .scroll-bar").queryAll().stream()
                                .map(ScrollBar.class::cast)
                                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                                .noneMatch(Node::isVisible));
    }

    @Test
    void everyTabOfThePage() throws IOException {
        openTrained(ThemeChoice.LIGHT);
        interact(() ->
                lookup("#runs-filter")
                        .queryAs(TextField.class)
                        .setText("data = moons and val_ac > 0.8"));
        take("runs-wrong-filter");
        interact(() -> lookup("#runs-filter").queryAs(TextField.class).setText("dataset = moons"));
        awaitIds(6L, 5L, 4L, 3L, 2L, 1L);
        select(3);
        interact(() -> lookup("#runs-baseline-button").queryButton().fire());
        interact(() -> lookup("#runs-pin-button").queryButton().fire());
        select(0, 2);
        take("runs-notes");
        tab("differences");
        await(() -> !lookup("#runs-verdict").queryAs(Label.class).getText().startsWith("Select"));
        take("runs-differences");
        tab("curves");
        take("runs-curves");
        tab("scatter");
        take("runs-scatter");
        tab("boundaries");
        await(() ->
                lookup(".boundary-tile-picture").queryAll().size() == 3
                        && lookup(".boundary-tile-picture .image-view").queryAll().size() == 3);
        take("runs-boundaries");
    }

    @Test
    void runsOfOneNetworkShareALandscape() throws IOException {
        try (RunRecorder recorder = new RunRecorder(home.resolve(RunStore.FILE))) {
            train(recorder, 3, "data.type=moons");
            train(recorder, 2, "data.type=moons", "training.optimizer=adam", "training.rate=0.02");
            train(recorder, 1, "data.type=moons", "model.hidden=4");
        }
        open(ThemeChoice.LIGHT);
        awaitIds(3L, 2L, 1L);
        tab("landscape");
        select(0, 1);
        await(() ->
                labelText("#runs-landscape-message").startsWith("Only runs of the same network"));
        assertThat(labelText("#runs-landscape-message")).contains("#3").contains("#2");
        assertThat(lookup("#runs-landscape-csv").query().isDisabled()).isTrue();
        select(1, 2);
        await(() -> lookup("#runs-landscape-legend .label").queryAll().size() == 2);
        take("runs-landscape");
        Path file = home.resolve("paths.csv");
        answer.set(Optional.of(file));
        clickOn("#runs-landscape-csv");
        await(() -> Files.exists(file));
        RunStore store = RunStore.open(home.resolve(RunStore.FILE));
        try (store) {
            for (long id : List.of(1L, 2L)) {
                String last = line(file, "#" + id + " ", "60");
                assertThat(Double.parseDouble(last.split(",")[2]))
                        .isCloseTo(
                                store.metrics(id).value(MetricLog.Column.TRAIN_LOSS, 60),
                                within(1e-9));
            }
        }
        moveTo("#runs-landscape-chart");
        await(() -> labelText("#runs-landscape-reading").matches("Loss \\S+ at \\(.+, .+\\)"));
        choosePlane(1);
        await(() -> labelText("#runs-landscape-caption").contains("random directions"));
        choosePlane(2);
        await(() -> labelText("#runs-landscape-caption").contains("straight line"));
        assertThat(lookup("#runs-landscape-legend .label").queryAll()).hasSize(2);
    }

    private void choosePlane(int index) {
        interact(() ->
                lookup("#runs-landscape-plane").queryComboBox().getSelectionModel().select(index));
    }

    /// The last line of a run and an epoch.
    private static String line(Path file, String run, String epoch) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains(run) && line.endsWith("," + epoch))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void runsOfOneColorDifferInTheirDashes() throws IOException {
        trained();
        try (RunStore store = RunStore.open(home.resolve(RunStore.FILE))) {
            store.list().forEach(run -> store.label(run.id(), run.label().withColor("#9334e6")));
        }
        open(ThemeChoice.DARK);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        tab("curves");
        select(0, 2, 4);
        await(() -> curves().size() == 3);
        take("runs-curves-alike");
        assertThat(curves()).extracting(Shape::getStroke).containsOnly(Color.web("#9334e6"));
        assertThat(curves()).extracting(Shape::getStrokeDashArray).doesNotHaveDuplicates();
    }

    private List<Shape> curves() {
        return lookup("#runs-loss-chart .curve").queryAllAs(Shape.class).stream()
                .filter(Node::isVisible)
                .toList();
    }

    @Test
    void aTrainingCurveAmongValidationCurvesIsCalledSo() {
        try (RunRecorder recorder = new RunRecorder(home.resolve(RunStore.FILE))) {
            train(recorder, 2, "data.type=xorTable", "data.split=1,0,0", "training.batch=full");
            train(recorder, 1, "data.type=moons");
        }
        open(ThemeChoice.LIGHT);
        awaitIds(2L, 1L);
        select(0, 1);
        tab("curves");
        await(() -> lookup("#runs-loss-chart .legend-name").queryAll().size() == 2);
        assertThat(lookup("#runs-loss-chart .legend-name").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name).startsWith("#1 ").endsWith("(training)"),
                        name -> assertThat(name).startsWith("#2 ").doesNotContain("training"));
        tab("differences");
        await(() -> labelText("#runs-verdict").startsWith("Different data: "));
    }

    @Test
    void theTestLockClosesTheColumnOfTestNumbers() {
        openTrained(ThemeChoice.DARK);
        click("#labs-page-button");
        click("#labs-item-test-lock");
        await(() -> !lookup("#lab-test-lock-on").queryAll().isEmpty());
        click("#lab-test-lock-on");
        click("#runs-page-button");
        interact(() ->
                table().getColumns().stream()
                        .filter(column ->
                                List.of("runs-test-accuracy-column", "runs-reveals-column")
                                        .contains(column.getId()))
                        .forEach(column -> column.setVisible(true)));
        select(0, 2);
        tab("curves");
        assertThat(cellTexts()).filteredOn("locked"::equals).hasSize(7);
    }

    private List<String> cellTexts() {
        return lookup("#runs-table .table-cell").queryAllAs(Labeled.class).stream()
                .filter(cell -> cell.getText() != null)
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aDoubleClickOrEnterOpensARunInTheWindow() {
        openTrained(ThemeChoice.LIGHT);
        select(1);
        interact(() -> table().requestFocus());
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> workbench().spec().model().hidden().equals(List.of(16, 16)));
        await(() -> !lookup("#runs-page").query().isVisible());
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void aRunIsRenamedInItsRow() {
        openTrained(ThemeChoice.LIGHT);
        select(0);
        interact(() -> table().requestFocus());
        press(KeyCode.F2).release(KeyCode.F2);
        interact(() -> lookup("#runs-name-field").queryAs(TextField.class).setText("the spiral"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> table().getItems().getFirst().title().equals("the spiral"));
        assertThat(table().getSelectionModel().getSelectedIndices()).containsExactly(0);
    }

    @Test
    void deletedRunsComeBackByKey() {
        openTrained(ThemeChoice.LIGHT);
        select(0, 2);
        interact(() -> table().requestFocus());
        press(KeyCode.DELETE).release(KeyCode.DELETE);
        awaitIds(6L, 4L, 3L, 2L, 1L);
        Node undo = lookup("#runs-undo-button").query();
        assertThat(undo.isVisible()).isTrue();
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(undo.isVisible()).isFalse();
    }

    @Test
    void aHeadingSortsAndTheSelectionStaysWithItsRun() {
        openTrained(ThemeChoice.LIGHT);
        select(6);
        interact(() ->
                table().getSortOrder()
                        .setAll(
                                List.of(
                                        table().getColumns().stream()
                                                .filter(column ->
                                                        column.getId()
                                                                .equals("runs-parameters-column"))
                                                .findFirst()
                                                .orElseThrow())));
        awaitIds(1L, 2L, 3L, 4L, 7L, 5L, 6L);
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(1);
    }

    @Test
    void theRunOfTheWindowJoinsTheList() {
        open(ThemeChoice.LIGHT);
        interact(() -> {
            workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY);
            workbench().play();
        });
        awaitIds(1L);
        assertThat(table().getItems().getFirst().factors().dataset()).isEqualTo("circles");
    }
}
