package mlpexplorer.spark;

import mlpexplorer.Wait;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Spark cluster on the loopback interface: a master and workers of one core each.
final class Cluster implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("spark.home"));
    static final Path JAR = Path.of(System.getProperty("spark.jar"));
    private static final String HOST = "127.0.0.1";

    /// The JVM options of `spark-class`.
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                    "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

    private final Path folder;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    Cluster(Path folder, int workers) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = free.getLocalPort();
        }
        master =
                start(
                        "master.log",
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        HOST,
                        "--port",
                        String.valueOf(port),
                        "--webui-port",
                        "0");
        Wait.until(this::answers);
        for (int i = 0; i < workers; i++) {
            this.workers.add(startWorker(i));
        }
    }

    private Process startWorker(int index) throws IOException {
        return start(
                "worker-" + index + ".log",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                HOST,
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve("work-" + index).toString(),
                url());
    }

    String url() {
        return "spark://" + HOST + ":" + port;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Kills a worker with its executors, as a machine that loses its power.
    void killWorker(int index) {
        Process worker = workers.get(index);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    /// Starts `spark-submit` with its `options`, the program and `args`; its output goes to
    /// `name.out` and `name.err`.
    static Process submit(
            Path folder, String name, String master, List<String> options, List<String> args)
            throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "org.apache.spark.deploy.SparkSubmit",
                                "--master",
                                master,
                                "--conf",
                                "spark.executor.memory=512m",
                                "--conf",
                                "spark.ui.enabled=false",
                                "--conf",
                                "spark.driver.host=" + HOST));
        all.addAll(options);
        all.addAll(List.of("--class", "mlpexplorer.spark.SparkMain", JAR.toString()));
        all.addAll(args);
        return builder(folder, all)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    private Process start(String log, String... args) throws IOException {
        return builder(folder, List.of(args))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private static ProcessBuilder builder(Path folder, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(HOME.resolve("jars") + File.separator + "*");
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<Process> all = new ArrayList<>(workers);
        all.add(master);
        for (Process process : all) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        all.forEach(process -> process.onExit().join());
    }
}
