package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.lesson.Lessons;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.workbench.Workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The Lessons menu: the lessons that come with the program, and those in files.
public final class LessonsMenu extends Menu {
    private final Actions actions;

    /// What the items do.
    ///
    /// @param start starts a lesson
    /// @param open asks for the file of a lesson
    /// @param make makes a lesson
    /// @param end ends the lesson
    public record Actions(Consumer<Lesson> start, Runnable open, Runnable make, Runnable end) {}

    public LessonsMenu(Workbench workbench, Jobs jobs, Actions actions) {
        this.actions = actions;
        MenuItems.name(this, "lessons");
        MenuItem end = MenuItems.item("lessons.end", actions.end());
        end.disableProperty().bind(workbench.lesson().atProperty().map(Optional::isEmpty));
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        MenuItems.item("lessons.open", actions.open()),
                        MenuItems.item("lessons.make", actions.make()),
                        end);
        jobs.run(LessonsMenu::load, this::fill, failure -> workbench.notice().show(failure));
    }

    private static SequencedMap<String, Lesson> load() {
        SequencedMap<String, Lesson> lessons = new LinkedHashMap<>();
        Lessons.NAMES.forEach(name -> lessons.put(name, Lessons.named(name)));
        return lessons;
    }

    private void fill(Map<String, Lesson> lessons) {
        int at = 0;
        for (Map.Entry<String, Lesson> lesson : lessons.entrySet()) {
            MenuItem item = new MenuItem(lesson.getValue().title());
            item.setId("menu-lesson-" + lesson.getKey());
            item.setOnAction(_ -> actions.start().accept(lesson.getValue()));
            getItems().add(at, item);
            at++;
        }
    }
}
