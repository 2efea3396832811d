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

import mlpexplorer.ui.concurrent.FxThread;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A user of a window in a program without a test around it: presses what has an id, waits until
/// something is so, and closes the window.
final class Hand {
    /// Threads of the virtual machine, of JavaFX and of this hand.
    private static final Set<String> OTHERS =
            Set.of(
                    "main",
                    "hand",
                    "JavaFX Application Thread",
                    "JavaFX-Launcher",
                    "QuantumRenderer-0",
                    "InvokeLaterDispatcher",
                    "Prism Font Disposer",
                    "Headless Timer");

    private static final Set<String> OTHER_GROUPS = Set.of("system", "InnocuousThreadGroup");

    private final Stage stage;

    private Hand(Stage stage) {
        this.stage = stage;
    }

    /// Does what belongs to `moment` and closes the window then.
    static void begin(Stage stage, ClosingMoment moment) {
        Thread.ofPlatform()
                .daemon()
                .name("hand")
                .start(() -> {
                    Hand hand = new Hand(stage);
                    try {
                        hand.until(() -> !hand.words("#status-epoch").isEmpty());
                        moment.reach(hand);
                        if (!moment.isWhenAsked()) {
                            System.out.println("reached");
                            FxThread.run(() -> closeByTitleBar(stage));
                        }
                    } catch (IOException | RuntimeException e) {
                        e.printStackTrace();
                        System.exit(70);
                    }
                });
    }

    static void closeByTitleBar(Stage stage) {
        Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /// The threads that the explorer started and that did not end yet.
    static List<Thread> oursAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        !OTHER_GROUPS.contains(group(thread)) && !OTHERS.contains(thread.getName()))
                .toList();
    }

    private static String group(Thread thread) {
        return Optional.ofNullable(thread.getThreadGroup())
                .map(ThreadGroup::getName)
                .orElse("system");
    }

    void press(String id) {
        ask(() -> {
            switch (stage.getScene().lookup(id)) {
                case ToggleButton toggle -> toggle.fire();
                case ButtonBase button -> button.fire();
                case null, default -> throw new IllegalStateException("There is no button " + id);
            }
            return true;
        });
    }

    /// Chooses from the menu bar.
    void choose(String id) {
        ask(() -> {
            MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
            bar.getMenus().stream()
                    .flatMap(Hand::items)
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(Hand::items)
                : Stream.of(item);
    }

    /// Brings a lab and runs it on the window's experiment.
    void startLab(String name) {
        choose("menu-labs-" + name);
        press("#lab-" + name + "-run");
    }

    String words(String id) {
        return ask(() ->
                stage.getScene().lookup(id) instanceof Labeled labeled ? labeled.getText() : "");
    }

    double progress(String id) {
        return ask(() ->
                stage.getScene().lookup(id) instanceof ProgressIndicator bar
                        ? bar.getProgress()
                        : -1.0);
    }

    boolean isSeen(String id) {
        return ask(() ->
                Optional.<Node>ofNullable(stage.getScene().lookup(id))
                        .filter(Node::isVisible)
                        .isPresent());
    }

    /// Whether a thread whose name begins so is in a method of the class of that name.
    boolean isDoing(String thread, String className) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith(thread))
                .anyMatch(each ->
                        Arrays.stream(each.getValue())
                                .anyMatch(frame -> frame.getClassName().endsWith("." + className)));
    }

    /// Looks again and again until it is so; for ever, so whoever started this program has to lose
    /// patience.
    void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return FxThread.call(question::get);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
