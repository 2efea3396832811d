package mlpexplorer.data.io;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A local mirror that serves files correctly unless configured to misbehave for the next requests.
final class Mirror implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();

    /// Counted down when a request is left pending.
    final CountDownLatch stalled = new CountDownLatch(1);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, byte[]> files = new HashMap<>();
    private final Queue<Manner> manners = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Mirror() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    interface Manner {
        void answer(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException;
    }

    Mirror with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /// The behavior for the next requests, one each; later ones are answered correctly.
    Mirror then(Manner... next) {
        manners.addAll(List.of(next));
        return this;
    }

    /// Clears the recorded requests and the configured behavior.
    Mirror reset() {
        requests.clear();
        manners.clear();
        return this;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/data/");
    }

    static void well(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add(
                            "Content-Range",
                            "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
        exchange.getResponseBody().write(file, from, file.length - from);
    }

    static void withoutRange(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
    }

    static Manner status(int code) {
        return (_, exchange, _) -> exchange.sendResponseHeaders(code, -1);
    }

    static void halfway(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file, 0, file.length / 2);
        exchange.getResponseBody().flush();
    }

    static void damaged(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        byte[] other = file.clone();
        other[other.length / 2] ^= 1;
        withoutRange(mirror, exchange, other);
    }

    static void tooLong(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        withoutRange(mirror, exchange, Arrays.copyOf(file, file.length + 1));
    }

    static void silent(Mirror mirror, HttpExchange exchange, byte[] file) {
        mirror.stall();
    }

    static void stalling(Mirror mirror, HttpExchange exchange, byte[] file) throws IOException {
        halfway(mirror, exchange, file);
        mirror.stall();
    }

    private void stall() {
        stalled.countDown();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        requests.add(name + (range == null ? "" : " " + range));
        Manner manner = Optional.ofNullable(manners.poll()).orElse(Mirror::well);
        try (exchange) {
            if (files.containsKey(name)) {
                manner.answer(this, exchange, files.get(name));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
