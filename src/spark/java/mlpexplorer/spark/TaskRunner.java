package mlpexplorer.spark;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.nn.Parameters;

import org.apache.spark.SparkFiles;
import org.apache.spark.broadcast.Broadcast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Trains runs on an executor. Called by name from [RunTask].
public final class TaskRunner {
    private static final SplitCache SPLITS = new SplitCache();
    private static final ConcurrentHashMap<Long, Path> FILES = new ConcurrentHashMap<>();

    /// The folder of OpenBLAS, unpacked by the first task.
    private static final ConcurrentHashMap<String, String> OPENBLAS = new ConcurrentHashMap<>();

    private TaskRunner() {}

    /// The identity of the program on this executor.
    public static String build() {
        return SparkMain.build();
    }

    /// Trains the run of a task. Returns [RunTask#TRAINED] and the bytes of a [FinishedRun], or
    /// [RunTask#FAILED] and a sentence.
    public static byte[] run(RunTask job, byte[] bytes) {
        RunMessage task = RunMessage.read(bytes);
        List<Path> files = new ArrayList<>();
        try {
            OPENBLAS.computeIfAbsent(OpenBlas.FOLDER, _ -> OpenBlas.unpack());
            for (int i = 0; i < task.files().size(); i++) {
                String name = String.valueOf(Path.of(task.names().get(i)).getFileName());
                files.add(file(job.file(task.files().get(i)), name));
            }
            Optional<Parameters> weights =
                    job.weights().length == 0
                            ? Optional.empty()
                            : Optional.of(Npz.read(job.weights()));
            RunStart start = new RunStart(task.spec(), weights);
            RunSpec local = start.spec().withData(located(start.spec().data(), files));
            Split split = SPLITS.split(local);
            RunLoop loop = new RunLoop(start, split, System::nanoTime);
            loop.stopAtOnce();
            RunResult result = loop.run(job::isCanceled, _ -> {});
            return result.end().outcome() instanceof Outcome.Stopped
                    ? RunTask.result("The run was canceled.")
                    : ResultMessage.bytes(FinishedRun.of(loop.started(), result));
        } catch (UserError e) {
            String sentence = String.valueOf(e.getMessage());
            for (int i = 0; i < files.size(); i++) {
                sentence = sentence.replace(files.get(i).toString(), task.names().get(i));
            }
            return RunTask.result(sentence);
        } catch (IOException e) {
            return RunTask.result(
                    "The executor on "
                            + RunTask.host()
                            + " cannot keep a copy of the data: "
                            + UserError.reason(e)
                            + ".");
        }
    }

    /// A new folder beside the jar of the program, which Spark cleans up as that of the jar.
    private static Path folder(String name) throws IOException {
        return Files.createTempDirectory(
                Path.of(SparkFiles.getRootDirectory()).toAbsolutePath(), name);
    }

    /// The copy of a data file on this executor, which gets it once. Its name, which tells the kind
    /// of the file, is kept.
    private static Path file(Broadcast<byte[]> content, String name) throws IOException {
        Path known = FILES.get(content.id());
        if (known != null) {
            return known;
        }
        Path file = Files.write(folder("data").resolve(name), content.value());
        Path first = FILES.putIfAbsent(content.id(), file);
        return first == null ? file : first;
    }

    /// `data` with the paths of these files, in the order of
    /// [mlpexplorer.data.io.DataLoader#files].
    static DataSpec located(DataSpec data, List<Path> files) {
        List<String> paths = files.stream().map(Path::toString).toList();
        return switch (data) {
            case DataSpec.Csv csv -> {
                var next = paths.iterator();
                yield csv.withPaths(_ -> next.next());
            }
            case DataSpec.Idx idx ->
                    new DataSpec.Idx(
                            paths.get(0),
                            paths.get(1),
                            idx.limit(),
                            paths.stream().skip(2).findFirst(),
                            paths.stream().skip(3).findFirst());
            case DataSpec.Numpy _ ->
                    new DataSpec.Numpy(paths.get(0), paths.stream().skip(1).findFirst().orElse(""));
            case DataSpec.Synthetic _, DataSpec.Iris _ -> data;
        };
    }

    /// OpenBLAS in the jar of the program, without which large networks have other bits than on
    /// local cores.
    private static final class OpenBlas {
        static final String FOLDER = "mlpexplorer.openblas";

        /// Returns the folder, or an empty text if there is no OpenBLAS for this system.
        static String unpack() {
            String given = System.getProperty(FOLDER);
            if (given != null) {
                return given;
            }
            try (InputStream list = TaskRunner.class.getResourceAsStream("/openblas/files.txt")) {
                if (list == null) {
                    return "";
                }
                Path folder = folder("openblas");
                String names = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
                for (String name : names.strip().split("\\s+")) {
                    try (InputStream in =
                            TaskRunner.class.getResourceAsStream("/openblas/" + name)) {
                        if (in != null) {
                            Files.copy(in, folder.resolve(name));
                        }
                    }
                }
                System.setProperty(FOLDER, folder.toString());
                return folder.toString();
            } catch (IOException e) {
                throw UserError.failure(
                        "The executor on "
                                + RunTask.host()
                                + " cannot unpack OpenBLAS: "
                                + UserError.reason(e)
                                + ".",
                        e);
            }
        }
    }
}
