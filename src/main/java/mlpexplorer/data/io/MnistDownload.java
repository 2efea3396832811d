package mlpexplorer.data.io;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// Downloads the missing or damaged files of MNIST into a folder, each from the first mirror that
/// provides it completely. Partial downloads are kept after failures, cancellation and restarts,
/// and are resumed; a file gets its final name only when its checksum is correct.
public final class MnistDownload {
    /// Public mirrors, as used by PyTorch and TensorFlow.
    public static final List<URI> MIRRORS =
            List.of(
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_ROUNDS = 20;

    private final Path folder;
    private final List<URI> mirrors;
    private final List<Mnist.File> files;
    private final Duration patience;

    public MnistDownload(Path folder) {
        this(folder, MIRRORS, Mnist.FILES, TIMEOUT);
    }

    /// @param patience timeout without data from a mirror
    MnistDownload(Path folder, List<URI> mirrors, List<Mnist.File> files, Duration patience) {
        this.folder = folder;
        this.mirrors = mirrors;
        this.files = files;
        this.patience = patience;
    }

    /// The progress of the download.
    ///
    /// @param bytes bytes available
    /// @param total bytes of all files
    public record Progress(long bytes, long total) {}

    /// Downloads missing files on the caller's thread, and returns when all are available.
    /// Interrupting the thread cancels immediately.
    ///
    /// @param progress called after each received piece
    public void run(Consumer<Progress> progress) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        long total = files.stream().mapToLong(Mnist.File::bytes).sum();
        try {
            long before = 0;
            for (Mnist.File file : files) {
                long done = before;
                fetch(
                        file,
                        new HttpFetch(client, patience),
                        size -> progress.accept(new Progress(done + size, total)));
                before += file.bytes();
                progress.accept(new Progress(before, total));
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw UserError.failure(folder + " cannot be used: " + UserError.reason(e) + ".", e);
        } finally {
            client.shutdownNow();
        }
    }

    private void fetch(Mnist.File file, HttpFetch http, Consumer<Long> arrived)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (file.isAt(file.in(folder))) {
            return;
        }
        Map<String, String> problems = new LinkedHashMap<>();
        try (PartialDownload part = new PartialDownload(file.in(folder))) {
            long before = -1;
            for (int round = 0; round < MAX_ROUNDS && part.size() > before; round++) {
                before = part.size();
                for (URI mirror : mirrors) {
                    String problem = fetch(file, mirror, http, part, arrived);
                    if (problem.isEmpty()) {
                        part.finish();
                        return;
                    }
                    problems.put(mirror.getHost(), problem);
                }
            }
        }
        throw UserError.failure(message(file, problems));
    }

    /// Downloads a file from `mirror`; returns the error, or "". If the partial download may be the
    /// cause, it is discarded and the file is downloaded from the start.
    private String fetch(
            Mnist.File file,
            URI mirror,
            HttpFetch http,
            PartialDownload part,
            Consumer<Long> arrived)
            throws IOException, InterruptedException {
        URI address = mirror.resolve(file.name());
        boolean resumed = part.size() > 0;
        String problem = http.fetch(address, part, file.bytes(), arrived);
        if (problem.isEmpty()) {
            if (file.isAt(part.path())) {
                return "";
            }
            part.clear();
        }
        if (resumed && part.size() == 0) {
            return fetch(file, mirror, http, part, arrived);
        }
        return problem.isEmpty() ? "sent corrupt data" : problem;
    }

    private static String message(Mnist.File file, Map<String, String> problems) {
        StringJoiner reasons = new StringJoiner(", ");
        problems.forEach((host, problem) -> reasons.add(host + " " + problem));
        return file.name()
                + " could not be downloaded: "
                + reasons
                + ". Check the internet connection and try again; what has been received is kept.";
    }
}
