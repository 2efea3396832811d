package mlpexplorer.ui.concurrent;

import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// Closes the window cleanly when the program is ended in another way: by a signal (`kill`, Ctrl+C,
/// logout), or because its display was lost. The program ends after that, or after a few seconds.
public final class OrderlyExit {
    private static final System.Logger LOG = System.getLogger(OrderlyExit.class.getName());
    private static final long TIMEOUT_SECONDS = 12;
    private static final long TOOLKIT_MILLIS = 3_000;

    /// The exit code of a process ended by a signal is its number plus this.
    private static final int SIGNALED = 128;

    private final Runnable close;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    /// @param close closes the window; called at most once, on the FX thread
    public OrderlyExit(Runnable close) {
        this.close = close;
    }

    /// Call on the FX thread when the window is visible. From then on, signals close it.
    public void listen() {
        Thread toolkit = Thread.currentThread();
        try {
            for (String name : List.of("TERM", "INT", "HUP")) {
                Signals.handle(name, number -> endAll(toolkit, SIGNALED + number));
            }
        } catch (ReflectiveOperationException | RuntimeException none) {
            LOG.log(System.Logger.Level.DEBUG, "Signals end the program immediately", none);
        }
        if (System.getProperty("os.name").equals("Linux")) {
            try {
                new DisplayLoss().listen();
            } catch (ReflectiveOperationException | RuntimeException noX11) {
                LOG.log(System.Logger.Level.DEBUG, "A lost display is not noticed", noX11);
            }
        }
    }

    /// Ends the toolkit before the virtual machine, as its shutdown hook does not wait for the
    /// window. The thread is what the virtual machine waits for.
    private void endAll(Thread toolkit, int code) {
        Thread.ofPlatform()
                .name("orderly-exit")
                .daemon(false)
                .start(() -> {
                    closeAndWait();
                    Platform.exit();
                    try {
                        toolkit.join(TOOLKIT_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().exit(code);
                });
    }

    /// Closes the window, unless that has happened. FX thread.
    public void close() {
        if (begun.compareAndSet(false, true)) {
            try {
                hidePopups();
                close.run();
            } finally {
                done.countDown();
            }
        }
    }

    /// An open menu would lose the focus while the toolkit ends, and fail.
    private static void hidePopups() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow) {
                window.hide();
            }
        }
    }

    private void closeAndWait() {
        if (Platform.isFxApplicationThread()) {
            close();
            return;
        }
        if (done.getCount() == 0) {
            return;
        }
        Platform.runLater(this::close);
        try {
            done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Signals through `sun.misc.Signal` of the module `jdk.unsupported`, called by reflection
    /// since the compiler warns about each use of it.
    private static final class Signals {
        private Signals() {}

        /// An ignored signal stays ignored, as under `nohup`.
        static void handle(String name, IntConsumer handler) throws ReflectiveOperationException {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> action = Class.forName("sun.misc.SignalHandler");
            Object named = signal.getConstructor(String.class).newInstance(name);
            Object ours =
                    Proxy.newProxyInstance(
                            action.getClassLoader(),
                            new Class<?>[] {action},
                            (proxy, method, arguments) ->
                                    answer(proxy, method, arguments, handler));
            Method handle = signal.getMethod("handle", signal, action);
            Object before = handle.invoke(null, named, ours);
            Object ignore = action.getField("SIG_IGN").get(null);
            if (before == ignore) {
                handle.invoke(null, named, ignore);
            }
        }

        private static Object answer(
                Object proxy, Method method, Object[] arguments, IntConsumer handler)
                throws ReflectiveOperationException {
            return switch (method.getName()) {
                case "handle" -> {
                    handler.accept(
                            (int)
                                    arguments[0]
                                            .getClass()
                                            .getMethod("getNumber")
                                            .invoke(arguments[0]));
                    yield true;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> method.getName();
            };
        }
    }

    /// Xlib calls a handler when the connection to the X server is lost, and ends the process when
    /// it returns; GTK's handler ends it immediately, without running the JVM's shutdown hooks.
    @SuppressWarnings("restricted") // the handler is a function pointer
    private final class DisplayLoss {
        private final Linker linker = Linker.nativeLinker();

        /// Ends the process without the exit functions of its libraries: that of OpenGL waits for
        /// the lost display.
        private final MethodHandle exit =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("_exit"),
                        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));

        void listen() throws ReflectiveOperationException {
            MethodHandle lost =
                    MethodHandles.lookup()
                            .bind(
                                    this,
                                    "lost",
                                    MethodType.methodType(int.class, MemorySegment.class));
            MemorySegment handler =
                    linker.upcallStub(
                            lost,
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
                            Arena.global());
            MethodHandle set =
                    linker.downcallHandle(
                            SymbolLookup.libraryLookup("libX11.so.6", Arena.global())
                                    .findOrThrow("XSetIOErrorHandler"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            try {
                MemorySegment before = (MemorySegment) set.invokeExact(handler);
                LOG.log(System.Logger.Level.DEBUG, "Replaced the handler {0}", before);
            } catch (Throwable e) {
                throw new IllegalStateException("The handler cannot be set.", e);
            }
        }

        /// Called by native code, on the thread that noticed. An exception would crash the JVM.
        @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
        private int lost(MemorySegment display) {
            try {
                closeAndWait();
                exit.invokeExact(1);
            } catch (Throwable e) {
                LOG.log(System.Logger.Level.ERROR, "The window could not be closed in order", e);
            }
            return 0;
        }
    }
}
