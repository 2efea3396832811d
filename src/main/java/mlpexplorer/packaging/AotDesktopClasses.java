package mlpexplorer.packaging;

import mlpexplorer.Main;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The classes by which JavaFX reaches a real display: what a start without one never loads. They
/// are found in the linked runtime, which has those of its own system; elsewhere there are none.
final class AotDesktopClasses {
    private static final List<String> PACKAGES =
            List.of(
                    "com/sun/glass/ui/gtk",
                    "com/sun/glass/ui/mac",
                    "com/sun/glass/ui/win",
                    "com/sun/glass/ui/delegate",
                    "com/sun/prism/es2",
                    "com/sun/prism/d3d",
                    "com/sun/prism/mtl",
                    "com/sun/prism/ps",
                    "com/sun/prism/impl/ps");

    private final Path module =
            FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "javafx.graphics");

    /// Loads them without running a line of theirs.
    void load() throws IOException {
        load(Main.class.getName());
        for (String place : PACKAGES) {
            Path folder = module.resolve(place);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> module.relativize(file).toString())
                            .filter(file -> file.endsWith(".class"))
                            .forEach(file ->
                                    load(
                                            file.replace('/', '.')
                                                    .substring(
                                                            0, file.length() - ".class".length())));
                }
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, AotDesktopClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            // what cannot be loaded here is not needed here
        }
    }
}
