package mlpexplorer.ui.lesson;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.lesson.Goal;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.ActiveLesson;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;

/// The current step of a lesson below the pages: its text, its goals with a tick when they are met,
/// and buttons for the other steps. Hidden without a lesson.
///
/// Node ids: `lesson-strip`, `lesson-step` the title, `lesson-step-text`, `lesson-goal-1`, …,
/// `lesson-previous`, `lesson-next`, `lesson-end`.
public final class LessonStrip extends HBox {
    private static final double MAX_TEXT_HEIGHT = 92;

    private final ActiveLesson lesson;
    private final Label title = new Label();
    private final Label text = new Label();
    private final ScrollPane scroll = new ScrollPane(text);
    private final FlowPane goals = new FlowPane();
    private final Button previous;
    private final Button next;

    /// @param onEnd asks whether the lesson should end
    public LessonStrip(ActiveLesson lesson, Runnable onEnd) {
        this.lesson = lesson;
        setId("lesson-strip");
        getStyleClass().addAll("text-strip", "lesson-strip");
        setMinHeight(USE_PREF_SIZE);
        title.setId("lesson-step");
        title.getStyleClass().add("text-strip-title");
        text.setId("lesson-step-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setFocusTraversable(true);
        text.accessibleTextProperty()
                .bind(Bindings.concat(title.textProperty(), ". ", text.textProperty()));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-text");
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MAX_TEXT_HEIGHT);
        scroll.setMinHeight(USE_PREF_SIZE);
        text.heightProperty().subscribe(_ -> fit());
        goals.getStyleClass().add("lesson-goals");
        VBox column = new VBox(title, scroll, goals);
        column.getStyleClass().add("lesson-column");
        column.setMinWidth(0);
        setHgrow(column, Priority.ALWAYS);
        previous = button(Feather.CHEVRON_LEFT, "previous", () -> move(-1));
        next = button(Feather.CHEVRON_RIGHT, "next", () -> move(1));
        HBox buttons = new HBox(previous, next, button(Feather.X, "end", onEnd));
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new FontIcon(Feather.BOOK_OPEN), column, buttons);
        managedProperty().bind(visibleProperty());
        lesson.atProperty().subscribe(this::show);
        lesson.goalsMetProperty().addListener(_ -> lesson.atProperty().get().ifPresent(this::tick));
    }

    private static Button button(Feather icon, String name, Runnable action) {
        return IconButtons.icon(icon, ControlLabel.of("lesson." + name, "lesson-" + name), action);
    }

    /// As high as the text, up to a limit.
    private void fit() {
        scroll.setPrefHeight(Math.min(MAX_TEXT_HEIGHT, text.getHeight() + 2));
    }

    private void move(int by) {
        lesson.atProperty().get().ifPresent(at -> lesson.show(at.step() + by));
    }

    private void show(Optional<ActiveLesson.At> shown) {
        setVisible(shown.isPresent());
        shown.ifPresent(at -> {
            title.setText(
                    Messages.text(
                            "lesson.title",
                            at.lesson().title(),
                            at.step() + 1,
                            at.lesson().steps().size(),
                            at.content().title()));
            text.setText(at.content().text());
            scroll.setVvalue(0);
            previous.setDisable(at.step() == 0);
            next.setDisable(at.step() == at.lesson().steps().size() - 1);
            List<Goal> wanted = at.content().goals();
            goals.getChildren().clear();
            for (int i = 0; i < wanted.size(); i++) {
                Label goal = new Label(wanted.get(i).text());
                goal.setId("lesson-goal-" + (i + 1));
                goal.getStyleClass().add("lesson-goal");
                goals.getChildren().add(goal);
            }
            tick(at);
        });
    }

    private void tick(ActiveLesson.At at) {
        for (int i = 0; i < goals.getChildren().size(); i++) {
            Label goal = (Label) goals.getChildren().get(i);
            boolean met = lesson.isMet(i);
            goal.setGraphic(new FontIcon(met ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
            goal.setAccessibleText(
                    Messages.text(
                            met ? "lesson.goal.met" : "lesson.goal.open",
                            at.content().goals().get(i).text()));
            goal.getStyleClass().remove("met");
            if (met) {
                goal.getStyleClass().add("met");
            }
        }
    }
}
