package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules about the source text that cannot be checked on compiled classes.
class SourceFilesTest {
    private static final Path ROOT = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int MAX_LINES = 400;

    /// Longer files, which must not grow beyond [#MAX_LONG_LINES].
    private static final Set<String> LONG_FILES =
            Set.of(
                    "CsvLayoutFinder.java",
                    "DataSpec.java",
                    "SessionRun.java",
                    "SpecText.java",
                    "Trainer.java",
                    "Workbench.java");

    private static final int MAX_LONG_LINES = 500;

    private final Map<Path, List<String>> files = read(ROOT);

    @Test
    void theRulesSeeTheWholeProgram() {
        assertThat(files).hasSizeGreaterThan(150).containsKey(Path.of("mlpexplorer/nn/Mlp.java"));
    }

    @Test
    void noFileIsTooLong() {
        assertThat(files).allSatisfy(SourceFilesTest::hasAllowedLength);
    }

    @Test
    void noTestIsLongerEither() {
        Map<Path, List<String>> tests = read(TESTS);
        assertThat(tests).hasSizeGreaterThan(150);
        assertThat(tests).allSatisfy(SourceFilesTest::hasAllowedLength);
    }

    private static void hasAllowedLength(Path file, List<String> lines) {
        boolean isLong = LONG_FILES.contains(file.getFileName().toString());
        assertThat(lines).hasSizeLessThanOrEqualTo(isLong ? MAX_LONG_LINES : MAX_LINES);
    }

    @Test
    void nothingIsSynchronized() {
        Pattern keyword = Pattern.compile("^(?!\\s*//).*\\bsynchronized\\b.*[({]");
        assertThat(where(lines -> lines.stream().anyMatch(line -> keyword.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void nothingIsLeftToDo() {
        Pattern reminder = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
        assertThat(where(lines -> lines.stream().anyMatch(line -> reminder.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItOwnsAndThatNothingIsNull() {
        List<Path> packages = files.keySet().stream().map(Path::getParent).distinct().toList();
        assertThat(packages)
                .hasSizeGreaterThan(10)
                .allSatisfy(folder -> {
                    assertThat(files).containsKey(folder.resolve("package-info.java"));
                    assertThat(String.join("\n", files.get(folder.resolve("package-info.java"))))
                            .contains("Owns", "Depends on", "Thread", "Decisions", "@NullMarked");
                });
    }

    @Test
    void everyPublicTypeIsExplained() {
        Pattern type = Pattern.compile("^public .*\\b(class|record|enum|interface) \\w+");
        assertThat(
                        where(lines -> {
                            int declared = firstMatch(lines, type);
                            return declared >= 0
                                    && lines.subList(0, declared).stream()
                                            .noneMatch(line -> line.startsWith("///"));
                        }))
                .isEmpty();
    }

    private static int firstMatch(List<String> lines, Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }

    private List<Path> where(Predicate<List<String>> wrong) {
        return files.entrySet().stream()
                .filter(file -> wrong.test(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<Path, List<String>> read(Path root) {
        Map<Path, List<String>> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".java")).toList()) {
                files.put(root.relativize(path), Files.readAllLines(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
