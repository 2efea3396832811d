package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import mlpexplorer.Wait;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Uses local mirrors with two small files instead of the four large ones.
class MnistDownloadTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final byte[] A = IdxBytes.counting(100_000);
    private static final byte[] B = IdxBytes.counting(700);
    private static final List<Mnist.File> FILES = List.of(file("a.gz", A), file("b.gz", B));

    private final Mirror first = new Mirror().with("a.gz", A).with("b.gz", B);
    private final Mirror second = new Mirror().with("a.gz", A).with("b.gz", B);

    @TempDir private Path temporary;

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private static Mnist.File file(String name, byte[] content) {
        try {
            String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
            return new Mnist.File(name, content.length, md5);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Path folder() {
        return temporary.resolve("data/mnist");
    }

    private MnistDownload download(Duration patience, Mirror... mirrors) {
        return new MnistDownload(
                folder(), Arrays.stream(mirrors).map(Mirror::uri).toList(), FILES, patience);
    }

    private void arrives(MnistDownload download) throws IOException {
        assertThatCode(() -> download.run(_ -> {})).doesNotThrowAnyException();
        assertThat(folder().resolve("a.gz")).hasBinaryContent(A);
        assertThat(folder().resolve("b.gz")).hasBinaryContent(B);
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).hasSize(2);
        }
    }

    private void fails(MnistDownload download, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> download.run(_ -> {}))
                .withMessage(message);
        assertThat(folder().resolve("a.gz")).doesNotExist();
    }

    private void before(String name, byte[] content) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve(name), content);
    }

    @Test
    void allFilesArrive() throws IOException {
        arrives(download(LONG, first, second));
        assertThat(first.requests).containsExactly("a.gz", "b.gz");
        assertThat(second.requests).isEmpty();
    }

    @Test
    void progressGrowsToTheTotal() throws Exception {
        List<MnistDownload.Progress> told = new ArrayList<>();
        download(LONG, first).run(told::add);
        assertThat(told.stream().map(MnistDownload.Progress::bytes)).isSorted();
        assertThat(told).extracting(MnistDownload.Progress::total).containsOnly(100_700L);
        assertThat(told.getLast()).isEqualTo(new MnistDownload.Progress(100_700, 100_700));
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        before("a.gz", A);
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("b.gz");
    }

    @Test
    void whatIsThereButDamagedIsFetchedAgain() throws IOException {
        before("a.gz", new byte[A.length]);
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("a.gz", "b.gz");
    }

    @Test
    void theNextMirrorGivesWhatTheFirstHasNot() throws IOException {
        first.then(Mirror.status(404));
        arrives(download(LONG, first, second));
        assertThat(second.requests).containsExactly("a.gz");
    }

    @Test
    void aTransferThatBreaksOffGoesOnWhereItBroke() throws IOException {
        first.then(Mirror::halfway);
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("a.gz", "a.gz bytes=50000-", "b.gz");
    }

    @Test
    void anEarlierDownloadIsResumed() throws IOException {
        before("a.gz.part", Arrays.copyOf(A, 1_234));
        arrives(download(LONG, first));
        assertThat(first.requests).first().isEqualTo("a.gz bytes=1234-");
    }

    @Test
    void aWholePartIsNotFetchedAgain() throws IOException {
        before("a.gz.part", A);
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("b.gz");
    }

    @Test
    void aMirrorThatCannotResumeStartsAnew() throws IOException {
        before("a.gz.part", Arrays.copyOf(A, 1_234));
        first.then(Mirror::withoutRange);
        arrives(download(LONG, first));
    }

    @Test
    void aMirrorThatRefusesToResumeIsAskedForAll() throws IOException {
        before("a.gz.part", Arrays.copyOf(A, 1_234));
        first.then(Mirror.status(416));
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("a.gz bytes=1234-", "a.gz", "b.gz");
    }

    @Test
    void aForeignPartIsForgotten() throws IOException {
        before("a.gz.part", new byte[1_234]);
        arrives(download(LONG, first));
        assertThat(first.requests).containsExactly("a.gz bytes=1234-", "a.gz", "b.gz");
    }

    @Test
    void aPartThatIsTooLongIsForgotten() throws IOException {
        before("a.gz.part", new byte[A.length + 1]);
        arrives(download(LONG, first));
    }

    @Test
    void theNextMirrorReplacesDamagedData() throws IOException {
        first.then(Mirror::damaged);
        arrives(download(LONG, first, second));
        assertThat(second.requests).containsExactly("a.gz");
    }

    @Test
    void damagedDataNeverTakeTheirPlace() {
        first.then(Mirror::damaged, Mirror::damaged);
        fails(
                download(LONG, first),
                "a.gz could not be downloaded: localhost sent corrupt data. Check the internet"
                        + " connection and try again; what has been received is kept.");
    }

    @Test
    void moreThanTheFileIsRefused() {
        first.then(Mirror::tooLong, Mirror::tooLong);
        fails(
                download(LONG, first),
                "a.gz could not be downloaded: localhost sent too much data. Check the internet"
                        + " connection and try again; what has been received is kept.");
    }

    @Test
    void aMirrorThatStallsIsLeftForTheNext() {
        Wait.until(() -> arrivesFromTheSecond(Mirror::stalling, "a.gz bytes=50000-"));
    }

    @Test
    void aMirrorThatDoesNotAnswerIsLeftForTheNext() {
        Wait.until(() -> arrivesFromTheSecond(Mirror::silent, "a.gz"));
    }

    /// Whether the second mirror provided the file after the first one, which behaves as in
    /// `manner`, failed. On a slow machine the short timeout may end before the second one has
    /// answered; then the download fails, and the caller tries again.
    private boolean arrivesFromTheSecond(Mirror.Manner manner, String request) {
        first.reset().then(manner);
        second.reset();
        try {
            Files.deleteIfExists(folder().resolve("a.gz"));
            Files.deleteIfExists(folder().resolve("a.gz.part"));
            download(SHORT, first, second).run(_ -> {});
            assertThat(folder().resolve("a.gz")).hasBinaryContent(A);
            return second.requests.equals(List.of(request));
        } catch (UserError e) {
            return false;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutANetworkEveryMirrorIsNamed() {
        URI gone = first.uri();
        first.close();
        MnistDownload download =
                new MnistDownload(
                        folder(),
                        List.of(gone, URI.create("http://no.such.host.invalid/mnist/")),
                        FILES,
                        LONG);
        fails(
                download,
                "a.gz could not be downloaded: localhost cannot be reached, no.such.host.invalid"
                    + " cannot be reached. Check the internet connection and try again; what has"
                    + " been received is kept.");
    }

    @Test
    void interruptingCancelsAStalledDownloadAndKeepsWhatArrived() throws Exception {
        first.then(Mirror::stalling);
        assertThat(interrupted(first)).isInstanceOf(InterruptedException.class);
        assertThat(folder().resolve("a.gz")).doesNotExist();
        assertThat(folder().resolve("a.gz.part")).exists();
        arrives(download(LONG, second));
    }

    @Test
    void interruptingCancelsTheWaitForAnAnswer() throws Exception {
        first.then(Mirror::silent);
        assertThat(interrupted(first)).isInstanceOf(InterruptedException.class);
    }

    /// The exception of a download without timeout that is interrupted while it waits.
    private Throwable interrupted(Mirror mirror) throws InterruptedException {
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(() ->
                                outcome.set(
                                        catchThrowable(() -> download(LONG, mirror).run(_ -> {}))));
        mirror.stalled.await();
        thread.interrupt();
        thread.join();
        return outcome.get();
    }

    @Test
    void twoDownloadsDoNotMix() throws IOException {
        before("a.gz.part", new byte[0]);
        Path part = folder().resolve("a.gz.part");
        try (RandomAccessFile other = new RandomAccessFile(part.toFile(), "rw");
                var _ = other.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false)) {
            fails(
                    download(LONG, first),
                    folder().resolve("a.gz")
                            + " is already being downloaded; wait until it is done, or close the"
                            + " other window.");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        Files.writeString(temporary.resolve("data"), "a file in the way");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> download(LONG, first).run(_ -> {}))
                .withMessageContaining(folder().resolve("a.gz.part") + " cannot be written: ");
        assertThat(first.requests).isEmpty();
    }

    @Test
    void theMirrorsAndFilesAreThoseOfMnist() {
        assertThat(MnistDownload.MIRRORS)
                .allMatch(uri -> uri.getScheme().equals("https") && uri.getPath().endsWith("/"));
        assertThat(Mnist.FILES).hasSize(4).allMatch(file -> file.md5().matches("[0-9a-f]{32}"));
        assertThat(Mnist.isIn(temporary)).isFalse();
    }
}
