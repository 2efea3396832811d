package mlpexplorer.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.PhaseText;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;

/// The status line: phase, epoch, the six metrics, pace. Digits have fixed positions, and during
/// fast training they change at a readable rate, since each change costs a layout pass.
public final class StatusLine extends HBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /// The width that has room for the root mean squared errors of a regression.
    private static final double WIDE = 1500;

    private final Workbench workbench;
    private final Label phase = label("status-phase", "strong");
    private final Label epoch = label("status-epoch", "digits");
    private final Label train = label("status-train", "digits");
    private final Label validation = label("status-validation", "digits");
    private final Label test = label("status-test", "digits");
    private final Label penalty = label("status-penalty", "digits");
    private final Label rate = label("status-rate", "digits");
    private final Label pace = label("status-pace", "digits");
    private final Label notice = label("status-notice", "notice");
    private final Label unsaved = label("status-unsaved", "notice");
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");

    public StatusLine(Workbench workbench, ReadableFrame numbers) {
        this.workbench = workbench;
        getStyleClass().add("status-bar");
        setId("status-line");
        notice.setMinWidth(0);
        for (Label optional : List.of(penalty, rate, pace)) {
            optional.managedProperty().bind(optional.textProperty().isNotEmpty());
        }
        setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        phase,
                        epoch,
                        train,
                        validation,
                        test,
                        penalty,
                        rate,
                        unsaved,
                        notice,
                        gap,
                        pace);
        numbers.frameProperty()
                .addListener((_, _, frame) -> {
                    frame.ifPresent(this::show);
                    if (frame.isEmpty()) {
                        List.of(epoch, train, validation, test, penalty, rate, pace)
                                .forEach(label -> label.setText(""));
                    }
                });
        testHidden.addListener((_, _, _) -> numbers.frameProperty().get().ifPresent(this::show));
        widthProperty()
                .map(width -> width.doubleValue() >= WIDE)
                .addListener((_, _, _) -> numbers.frameProperty().get().ifPresent(this::show));
        workbench
                .phaseProperty()
                .addListener((_, _, now) -> show(now, workbench.frameProperty().get()));
        notice.textProperty().bind(workbench.notice().messageProperty());
        workbench
                .notice()
                .messageProperty()
                .subscribe(message -> Tooltips.explain(notice, message));
        workbench.notice().toneProperty().subscribe(this::color);
        workbench
                .notice()
                .messageProperty()
                .subscribe(message ->
                        notice.setVisible(
                                !workbench.notice().toneProperty().get().needsNote(message)));
        show(workbench.phaseProperty().get(), workbench.frameProperty().get());
    }

    /// Shows why runs are not stored; hidden if empty.
    public void showUnsaved(ObservableValue<String> reason) {
        unsaved.getStyleClass().add("problem");
        unsaved.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        unsaved.setText(Messages.text("status.unsaved"));
        unsaved.visibleProperty().bind(reason.map(text -> !text.isEmpty()));
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        reason.subscribe(text -> Tooltips.explain(unsaved, text));
    }

    private void color(Notice.Level level) {
        notice.getStyleClass().removeAll("done", "problem");
        switch (level) {
            case PLAIN -> {}
            case DONE -> notice.getStyleClass().add("done");
            case PROBLEM -> notice.getStyleClass().add("problem");
        }
    }

    private void show(Phase now, Optional<Frame> frame) {
        boolean bad = now instanceof Phase.Diverged || now instanceof Phase.Failed;
        phase.pseudoClassStateChanged(BAD, bad);
        phase.setGraphic(bad ? new FontIcon(Feather.ALERT_TRIANGLE) : null);
        phase.setText(PhaseText.of(now, frame));
    }

    /// Whether the test metrics are hidden.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    private void show(Frame frame) {
        show(workbench.phaseProperty().get(), Optional.of(frame));
        epoch.setText(Messages.text("status.epoch", right(7, Numbers.count(frame.epoch()))));
        train.setText(score("status.train", frame, frame.metrics().train()));
        validation.setText(score("status.validation", frame, frame.metrics().validation()));
        test.setText(
                testHidden.get()
                        ? Messages.text("status.test.locked")
                        : score("status.test", frame, frame.metrics().test()));
        penalty.setText(
                frame.metrics().penalty() > 0
                        ? Messages.text("status.penalty", Numbers.loss(frame.metrics().penalty()))
                        : "");
        rate.setText(
                workbench.spec().training().schedule() instanceof LearningRateSchedule.Constant
                        ? ""
                        : Messages.text("status.rate", right(8, Numbers.number(frame.rate()))));
        pace.setText(
                frame.pace() > 0 && frame.phase() instanceof Phase.Running
                        ? Messages.text("status.pace", right(7, Numbers.fixed(frame.pace(), 0)))
                        : "");
    }

    /// The loss and the metric; in a regression also the RMSE in the data's units if the window is
    /// wide.
    private String score(String key, Frame frame, Score score) {
        String loss = right(8, Numbers.loss(score.loss()));
        Task.Metric metric = frame.mlp().task().metric();
        String value = right(6, metric.text(score.metric()));
        return switch (metric) {
            case ACCURACY -> Messages.text(key, loss, value);
            case R2 ->
                    getWidth() < WIDE
                            ? Messages.text(key + ".r2", loss, value)
                            : Messages.text(
                                    key + ".rmse",
                                    loss,
                                    value,
                                    right(6, Numbers.loss(frame.split().rmse(score.loss()))));
        };
    }

    /// Padded to that many digits.
    private static String right(int places, String number) {
        return " ".repeat(Math.max(0, places - number.length())) + number;
    }

    private static Label label(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
