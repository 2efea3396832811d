package mlpexplorer.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Writes the notices of the bundled software into one file: the list of the libraries, then the
/// license and notice files of their jars. Equal texts are written once.
public final class ThirdPartyNotices {
    private static final String TEXT = "META-INF/(maven/.*/)?[^/]*(LICENSE|NOTICE)[^/]*";

    private ThirdPartyNotices() {}

    /// @param args the list, the folder of the jars, the file to write
    public static void main(String[] args) throws IOException {
        StringBuilder notices = new StringBuilder("MLP Explorer contains:\n\n");
        notices.append(Files.readString(Path.of(args[0])));
        notices.append(
                "\n"
                        + "The licenses of JavaFX and the Java runtime are in its folder"
                        + " legal/java.base.\n");
        texts(Path.of(args[1]))
                .forEach((text, jars) ->
                        notices.append("\n==== " + String.join(", ", jars) + " ====\n\n" + text));
        Files.writeString(Path.of(args[2]), notices);
    }

    /// The jars of each text, both in alphabetical order of the jars.
    private static Map<String, Set<String>> texts(Path folder) throws IOException {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        for (Path jar : jars(folder)) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry :
                        zip.stream().filter(e -> e.getName().matches(TEXT)).toList()) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    String text =
                            new String(bytes, StandardCharsets.UTF_8)
                                    .lines()
                                    .map(line -> line.stripTrailing() + "\n")
                                    .collect(Collectors.joining());
                    texts.computeIfAbsent(text, _ -> new TreeSet<>())
                            .add(jar.getFileName().toString());
                }
            }
        }
        return texts;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
