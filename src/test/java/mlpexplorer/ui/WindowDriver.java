package mlpexplorer.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import mlpexplorer.Wait;
import mlpexplorer.ui.concurrent.FxThread;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Operates a window by the ids of its nodes, from another thread than the FX thread.
final class WindowDriver {
    /// Threads of the virtual machine, of JavaFX and of the driver.
    private static final Set<String> OTHERS =
            Set.of(
                    "main",
                    "driver",
                    "JavaFX Application Thread",
                    "JavaFX-Launcher",
                    "QuantumRenderer-0",
                    "InvokeLaterDispatcher",
                    "Prism Font Disposer",
                    "Headless Timer");

    private static final Set<String> OTHER_GROUPS = Set.of("system", "InnocuousThreadGroup");

    private final Stage stage;

    WindowDriver(Stage stage) {
        this.stage = stage;
    }

    /// Closes the window as its title bar does. Must be called on the FX thread.
    static void closeByTitleBar(Stage stage) {
        Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// Waits for the threads that the explorer started.
    static void joinExplorerThreads() throws InterruptedException {
        for (Thread thread : explorerThreads()) {
            thread.join();
        }
    }

    private static List<Thread> explorerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        !OTHER_GROUPS.contains(group(thread)) && !OTHERS.contains(thread.getName()))
                // the common pool, whose idle threads end after a minute
                .filter(thread -> !(thread instanceof ForkJoinWorkerThread))
                .toList();
    }

    private static String group(Thread thread) {
        return Optional.ofNullable(thread.getThreadGroup())
                .map(ThreadGroup::getName)
                .orElse("system");
    }

    /// Fires a button as soon as there is one: pages are built in several frames.
    void press(String id) {
        Wait.until(() ->
                ask(() -> {
                    switch (stage.getScene().lookup(id)) {
                        case ToggleButton toggle -> toggle.fire();
                        case ButtonBase button -> button.fire();
                        case null, default -> {
                            return false;
                        }
                    }
                    return true;
                }));
    }

    /// Chooses an item of the menu bar.
    void choose(String id) {
        ask(() -> {
            MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
            bar.getMenus().stream()
                    .flatMap(WindowDriver::items)
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(WindowDriver::items)
                : Stream.of(item);
    }

    /// Opens a lab and runs it on the experiment of the window.
    void startLab(String name) {
        choose("menu-labs-" + name);
        press("#lab-" + name + "-run");
    }

    String text(String id) {
        return ask(() ->
                stage.getScene().lookup(id) instanceof Labeled labeled ? labeled.getText() : "");
    }

    double progress(String id) {
        return ask(() ->
                stage.getScene().lookup(id) instanceof ProgressIndicator bar
                        ? bar.getProgress()
                        : -1.0);
    }

    boolean isVisible(String id) {
        return ask(() ->
                Optional.<Node>ofNullable(stage.getScene().lookup(id))
                        .filter(Node::isVisible)
                        .isPresent());
    }

    /// Whether a thread whose name starts with `thread` is in a method of `type`.
    boolean isRunning(String thread, Class<?> type) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith(thread))
                .anyMatch(each ->
                        Arrays.stream(each.getValue())
                                .anyMatch(frame -> frame.getClassName().equals(type.getName())));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return FxThread.call(question::get);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
