package mlpexplorer.data.io;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /// Downloads the rest of a partially downloaded file by HTTP.
    private static final class HttpFetch {
        private static final int OK = 200;
        private static final int PARTIAL = 206;
        private static final int NOTHING_LEFT = 416;
        private static final String CONNECTION_CLOSED = "closed the connection";

        private final HttpClient client;
        private final Duration patience;

        HttpFetch(HttpClient client, Duration patience) {
            this.client = client;
            this.patience = patience;
        }

        /// Thrown if the file is longer than expected.
        private static final class TooMuch extends IOException {
            private static final long serialVersionUID = 1;
        }

        /// Appends to `part` until it has `bytes`. Returns "" on success, otherwise the error as
        /// the end of a sentence about the host; throws [UserError] only if `part` cannot be
        /// written.
        ///
        /// @param arrived receives the size of the part as it grows
        String fetch(URI address, PartialDownload part, long bytes, Consumer<Long> arrived)
                throws IOException, InterruptedException {
            if (part.size() > bytes) {
                part.clear();
            }
            if (part.size() == bytes) {
                return "";
            }
            try {
                HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                        answer(address, part.size());
                String problem = place(response, part);
                if (problem.isEmpty()) {
                    BodyStream body = new BodyStream(patience);
                    response.body().subscribe(body);
                    body.drainTo(piece -> append(piece, part, bytes, arrived));
                }
                return problem.isEmpty() && part.size() < bytes ? CONNECTION_CLOSED : problem;
            } catch (IOException e) {
                return reason(e);
            }
        }

        /// Waits for the headers with our own timeout, since the timeout of a request includes the
        /// body in some Java versions.
        private HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer(URI address, long from)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address);
            if (from > 0) {
                request.header("Range", "bytes=" + from + "-");
            }
            Future<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofPublisher());
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new HttpTimeoutException("no answer");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } finally {
                answer.cancel(true);
            }
        }

        /// Truncates `part` to the start of the body; returns what is wrong with the response, or
        /// "".
        private static String place(HttpResponse<?> response, PartialDownload part) {
            int status = response.statusCode();
            String range = response.headers().firstValue("Content-Range").orElse("");
            if (status == PARTIAL && range.startsWith("bytes " + part.size() + "-")) {
                return "";
            }
            if (status == OK || status == PARTIAL || status == NOTHING_LEFT) {
                part.clear();
            }
            return status == OK ? "" : "answered " + status;
        }

        private static void append(
                ByteBuffer piece, PartialDownload part, long bytes, Consumer<Long> arrived)
                throws IOException {
            if (part.size() + piece.remaining() > bytes) {
                part.clear();
                throw new TooMuch();
            }
            part.append(piece);
            arrived.accept(part.size());
        }

        private String reason(IOException e) {
            return switch (e) {
                case ConnectException _, HttpConnectTimeoutException _ -> "cannot be reached";
                case HttpTimeoutException _ ->
                        "sent no data for " + patience.toSeconds() + " seconds";
                case TooMuch _ -> "sent too much data";
                default -> CONNECTION_CLOSED;
            };
        }

        /// Passes the body of an HTTP response, in pieces, to a waiting thread, with a timeout.
        private static final class BodyStream implements Flow.Subscriber<List<ByteBuffer>> {
            private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
            private final Duration patience;

            BodyStream(Duration patience) {
                this.patience = patience;
            }

            private sealed interface Signal {
                record Begun(Flow.Subscription subscription) implements Signal {}

                record Piece(List<ByteBuffer> bytes) implements Signal {}

                record Ended() implements Signal {}

                record Broken(Throwable cause) implements Signal {}
            }

            interface Sink {
                void write(ByteBuffer bytes) throws IOException;
            }

            /// Passes all data to `sink`. Throws [HttpTimeoutException] if no data arrives within
            /// the timeout, and [InterruptedException] immediately when the thread is interrupted.
            void drainTo(Sink sink) throws IOException, InterruptedException {
                Optional<Flow.Subscription> subscription = Optional.empty();
                try {
                    while (true) {
                        switch (next()) {
                            case Signal.Begun(Flow.Subscription begun) ->
                                    subscription = Optional.of(begun);
                            case Signal.Piece(List<ByteBuffer> pieces) -> {
                                for (ByteBuffer bytes : pieces) {
                                    sink.write(bytes);
                                }
                            }
                            case Signal.Ended() -> {
                                return;
                            }
                            case Signal.Broken(Throwable cause) ->
                                    throw new IOException("the connection was closed", cause);
                        }
                        subscription.ifPresent(begun -> begun.request(1));
                    }
                } finally {
                    subscription.ifPresent(Flow.Subscription::cancel);
                }
            }

            private Signal next() throws IOException, InterruptedException {
                Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (signal == null) {
                    throw new HttpTimeoutException(
                            "no data for " + patience.toSeconds() + " seconds");
                }
                return signal;
            }

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                signals.add(new Signal.Begun(subscription));
            }

            @Override
            public void onNext(List<ByteBuffer> bytes) {
                signals.add(new Signal.Piece(bytes));
            }

            @Override
            public void onComplete() {
                signals.add(new Signal.Ended());
            }

            @Override
            public void onError(Throwable cause) {
                signals.add(new Signal.Broken(cause));
            }
        }
    }
}
