package mlpexplorer.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What executors do with a task: they train a run and return its result.
///
/// Compiled for Java 17, unlike the rest of the program, so that an executor with an older Java can
/// tell so. Everything else is in [TaskRunner], which it loads by name.
public final class RunTask extends AbstractFunction1<Iterator<byte[]>, byte[]>
        implements Serializable {
    /// The same in all versions; [#build] tells them apart.
    private static final long serialVersionUID = 1;

    private static final int JAVA = 25;

    /// The first byte of a result: a trained run, or a sentence that ends the sweep.
    static final byte TRAINED = 0;

    static final byte FAILED = 1;

    private final String build;
    private final byte[] weights;
    private final ArrayList<Broadcast<byte[]>> files;

    /// @param build identity of the program
    /// @param weights initial weights as an `.npz` file; empty if they are drawn
    /// @param files contents of the data files that the tasks name by index
    RunTask(String build, byte[] weights, List<Broadcast<byte[]>> files) {
        this.build = build;
        this.weights = weights;
        this.files = new ArrayList<>(files);
    }

    byte[] weights() {
        return weights;
    }

    Broadcast<byte[]> file(int index) {
        return files.get(index);
    }

    boolean isCanceled() {
        return TaskContext.get().isInterrupted();
    }

    @Override
    public byte[] apply(Iterator<byte[]> tasks) {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            return failed("Java " + java + ", but needs Java " + JAVA + " or newer");
        }
        try {
            Class<?> runner =
                    Class.forName(
                            "mlpexplorer.spark.TaskRunner", true, RunTask.class.getClassLoader());
            Object own = runner.getMethod("build").invoke(null);
            if (!build.equals(own)) {
                return failed("another version of the program on its class path than the driver");
            }
            return (byte[])
                    runner.getMethod("run", RunTask.class, byte[].class)
                            .invoke(null, this, tasks.next());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            return failed("another version of the program on its class path than the driver");
        }
    }

    private static byte[] failed(String what) {
        return result("The executor on " + host() + " has " + what + ".");
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unknown host";
        }
    }

    /// The result that ends the sweep with a sentence.
    static byte[] result(String sentence) {
        byte[] text = sentence.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[1 + text.length];
        result[0] = FAILED;
        System.arraycopy(text, 0, result, 1, text.length);
        return result;
    }
}
