package mlpexplorer.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import mlpexplorer.Wait;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The mirrors of MNIST behind a local proxy: the first file starts, and then no more data arrive.
/// Their certificates are generated for the test.
final class StallingMirror implements AutoCloseable {
    /// The number of bytes sent.
    static final int SENT = 50_000;

    private static final int LENGTH = 9_912_422;
    private static final String PASSWORD = "changeit";
    private static final String NAMES =
            "san=dns:ossci-datasets.s3.amazonaws.com,dns:storage.googleapis.com";

    private final Path keys;
    private final SSLContext context;
    private final ServerSocket server;

    StallingMirror(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        keys = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "mirror",
                                "-dname",
                                "CN=mirror",
                                "-ext",
                                NAMES,
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (Wait.forExit(keytool) != 0) {
            throw new IOException("keytool makes no certificate");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /// The JVM options that route requests to these mirrors and trust their certificates.
    String[] options() {
        return List.of(
                        "-Dhttps.proxyHost=" + server.getInetAddress().getHostAddress(),
                                "-Dhttps.proxyPort=" + server.getLocalPort(),
                        "-Djavax.net.ssl.trustStore=" + keys,
                                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                .toArray(String[]::new);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try {
            request(socket.getInputStream());
            send(socket.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
            SSLSocket secret =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            secret.setUseClientMode(false);
            request(secret.getInputStream());
            OutputStream out = secret.getOutputStream();
            send(out, "HTTP/1.1 200 OK\r\nContent-Length: " + LENGTH + "\r\n\r\n");
            out.write(new byte[SENT]);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads up to the empty line that ends a request.
    private static void request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("\r\n\r\n")) {
            text.append((char) in.read());
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
