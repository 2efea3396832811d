package mlpexplorer.ui.labs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import mlpexplorer.ui.fx.BackgroundJobs;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

/// The page of the learning tools: their list, and the chosen one beside it.
public final class LabsView extends HBox {
    /// One for what a lab trains, one for the pictures of it, and one for a work that is cancelled and not over.
    private static final int THREADS = 3;

    private static final String STYLESHEET = Objects.requireNonNull(
            LabsView.class.getResource("/mlpexplorer/ui/labs.css"), "labs.css is missing").toExternalForm();

    private final Jobs jobs = new BackgroundJobs("labs", THREADS);
    private final GhostTrainer ghost;
    private final List<Lab> labs;
    private final ListView<Lab> list = new ListView<>();

    /// @param onSweep brings the page of sweeps, which is the capacity lab
    public LabsView(Workbench workbench, LabFiles files, TestLock lock, Runnable onSweep) {
        getStyleClass().add("labs");
        getStylesheets().add(STYLESHEET);
        ghost = new GhostTrainer(workbench, jobs);
        LabDesk desk = new LabDesk(workbench, jobs, files);
        labs = List.of(
                new GradientCheckLab(desk), new ContestLab(desk, new BatchLineUp()), new DoorLab("capacity-lab", onSweep),
                new ContestLab(desk, new RaceLineUp()), new RateLab(desk), new ContestLab(desk, new InitLineUp()),
                linearGhost(), new MicroscopeLab(desk), testLock(lock));
        new Caption(Texts.text("labs.list"), "labs-list", "").describe(list);
        list.getStyleClass().add("labs-list");
        list.getItems().setAll(labs);
        list.setCellFactory(_ -> new NameCell());
        StackPane shown = new StackPane();
        HBox.setHgrow(shown, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, lab) -> {
            if (lab != null) {
                shown.getChildren().setAll(lab.page());
            }
        });
        list.getSelectionModel().selectFirst();
        getChildren().addAll(list, shown);
    }

    private Lab linearGhost() {
        return new SwitchLab("linear-ghost", ghost.wantedProperty(), ghost.linearProperty().map(found -> found
                .map(now -> Texts.text(
                        "labs.linear-ghost.found", now.metrics().epoch(),
                        StandingColumns.number("%.4f", now.metrics().train().loss()),
                        StandingColumns.number("%.1f", 100 * now.metrics().train().accuracy())))
                .orElse(Texts.text("labs.linear-ghost.none"))));
    }

    private static Lab testLock(TestLock lock) {
        Button reveal = IconButtons.labelled(
                Feather.EYE, new Caption(Texts.text("labs.reveal"), "lab-test-lock-reveal", Texts.text("labs.reveal.tip")), lock::reveal);
        reveal.disableProperty().bind(lock.hiddenProperty().not());
        ObservableValue<String> says = lock.revealsProperty().map(times -> Texts.text("labs.test-lock.reveals", times.intValue()));
        return new SwitchLab("test-lock", lock.lockedProperty(), says, reveal);
    }

    /// Whether softmax regression on the same data is drawn beside the run.
    public BooleanProperty linearGhostProperty() {
        return ghost.wantedProperty();
    }

    /// That softmax regression, once it is trained; empty while it is not wanted.
    public ReadOnlyObjectProperty<Optional<Linear>> linearProperty() {
        return ghost.linearProperty();
    }

    /// The labs' names, in their order; the words stand under `labs.NAME.title`.
    public List<String> names() {
        return labs.stream().map(lab -> lab.page().name()).toList();
    }

    /// Shows the lab of that name.
    public void show(String name) {
        labs.stream().filter(lab -> lab.page().name().equals(name)).forEach(list.getSelectionModel()::select);
    }

    /// To be called once a pulse.
    public void pulse() {
        ghost.pulse(System.nanoTime());
        Lab lab = list.getSelectionModel().getSelectedItem();
        if (isVisible() && lab != null) {
            lab.pulse();
        }
    }

    public void close() {
        jobs.close();
    }

    /// A lab in the list.
    private static final class NameCell extends ListCell<Lab> {
        @Override
        protected void updateItem(Lab lab, boolean empty) {
            super.updateItem(lab, empty);
            setText(empty || lab == null ? null : Texts.text("labs." + lab.page().name() + ".title"));
            setId(empty || lab == null ? null : "labs-item-" + lab.page().name());
        }
    }
}
