package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.Ending;
import mlpexplorer.experiment.store.NewRun;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The page of runs, driven as a hand would, over six small runs of two moons and one of a spiral.
class RunsPageTest extends ApplicationTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    Path home;

    private Stage stage;
    private Explorer explorer;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        interact(explorer::close);
        interact(stage::hide);
    }

    private void trained() {
        try (RunRecorder recorder = new RunRecorder(home.resolve(RunStore.FILE))) {
            int minutes = 50;
            for (String hidden : List.of("1", "2", "4", "8", "8,8", "16,16")) {
                train(recorder, minutes--, "data.type=moons", "data.noise=0.2", "model.hidden=" + hidden);
            }
            train(recorder, minutes, "data.type=spiral", "model.hidden=16", "training.optimizer=adam", "training.rate=0.01");
        }
    }

    private static void train(RunRecorder recorder, int minutesAgo, String... settings) {
        RunSpec base = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=60", "training.rate=0.3"));
        RunStart start = new RunStart(SpecJson.set(base, List.of(settings)));
        RunLoop loop = new RunLoop(start, System::nanoTime);
        NewRun run = new NewRun(start, loop.split(), Instant.now().minus(Duration.ofMinutes(minutesAgo)));
        var result = loop.run(() -> false, _ -> { });
        recorder.begin(run).finish(result.log(), new Ending(result));
    }

    private void open(ThemeChoice theme) {
        Settings settings = new Settings(home);
        settings.theme(theme);
        interact(() -> {
            explorer = new Explorer(new RunSpec(), settings, (_, _) -> Optional.empty(), () -> { });
            stage.setScene(explorer.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(720);
            stage.show();
        });
        interact(() -> lookup("#runs-page-button").queryAs(ToggleButton.class).setSelected(true));
    }

    private void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
                AtomicReference<Boolean> now = new AtomicReference<>(false);
                interact(() -> now.set(condition.getAsBoolean()));
                return now.get();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen", e);
        }
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
        interact(() -> {
            TabPane tabs = lookup("#runs-tabs").queryAs(TabPane.class);
            tabs.getTabs().stream().filter(tab -> tab.getId().equals("runs-" + name + "-tab")).forEach(tabs.getSelectionModel()::select);
        });
    }

    private void select(int... rows) {
        interact(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
        });
    }

    private void take(String name) throws IOException {
        for (int pulse = 0; pulse < 30; pulse++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        interact(() -> picture.set(stage.getScene().snapshot(null)));
        Files.createDirectories(PICTURES);
        PngFile.write(PICTURES.resolve(name + ".png"), picture.get(), Map.of());
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void everyTabOfThePage(ThemeChoice theme) throws IOException {
        String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
        trained();
        open(theme);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        interact(() -> lookup("#runs-filter").queryAs(TextField.class).setText("data = moons and val_ac > 0.8"));
        take("runs-wrong-filter" + suffix);
        interact(() -> lookup("#runs-filter").queryAs(TextField.class).setText("dataset = moons"));
        awaitIds(6L, 5L, 4L, 3L, 2L, 1L);
        select(3);
        interact(() -> lookup("#runs-baseline-button").queryButton().fire());
        interact(() -> lookup("#runs-pin-button").queryButton().fire());
        select(0, 2);
        take("runs-notes" + suffix);
        tab("differences");
        await(() -> !lookup("#runs-verdict").queryAs(Label.class).getText().startsWith("Select"));
        take("runs-differences" + suffix);
        tab("curves");
        take("runs-curves" + suffix);
        tab("scatter");
        take("runs-scatter" + suffix);
        tab("boundaries");
        await(() -> lookup(".boundary-tile-picture").queryAll().size() == 3 && lookup(".boundary-tile-picture .image-view").queryAll().size() == 3);
        take("runs-boundaries" + suffix);
        assertThat(PICTURES.resolve("runs-boundaries" + suffix + ".png")).isNotEmptyFile();
    }

    @Test
    void aDoubleClickOrEnterOpensARunInTheWindow() {
        trained();
        open(ThemeChoice.LIGHT);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        select(1);
        interact(() -> table().requestFocus());
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> explorer.workbench().spec().model().hidden().equals(List.of(16, 16)));
        await(() -> !lookup("#runs-page").query().isVisible());
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void aRunIsRenamedInItsRow() {
        trained();
        open(ThemeChoice.LIGHT);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
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
        trained();
        open(ThemeChoice.LIGHT);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
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
        trained();
        open(ThemeChoice.LIGHT);
        awaitIds(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        select(6);
        interact(() -> table().getSortOrder().setAll(List.of(table().getColumns().stream()
                .filter(column -> column.getId().equals("runs-parameters-column")).findFirst().orElseThrow())));
        awaitIds(1L, 2L, 3L, 4L, 7L, 5L, 6L);
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(1);
    }

    @Test
    void theRunOfTheWindowJoinsTheList() {
        open(ThemeChoice.LIGHT);
        interact(() -> {
            explorer.workbench().paceProperty().set(Double.POSITIVE_INFINITY);
            explorer.workbench().play();
        });
        awaitIds(1L);
        assertThat(table().getItems().getFirst().factors().dataset()).isEqualTo("circles");
    }
}
