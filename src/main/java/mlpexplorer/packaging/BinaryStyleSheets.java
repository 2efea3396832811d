package mlpexplorer.packaging;

import javafx.css.Stylesheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Compiles style sheets to the binary form, which JavaFX looks for first and need not parse.
public final class BinaryStyleSheets {
    private BinaryStyleSheets() {}

    /// @param args the folder of the style sheets and the folder to write to, which gets the same
    ///   subfolders
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        for (Path sheet : sheets(source)) {
            String name = source.relativize(sheet).toString();
            Path compiled = target.resolve(name.replaceFirst("\\.css$", ".bss"));
            Files.createDirectories(compiled.getParent());
            Stylesheet.convertToBinary(sheet.toFile(), compiled.toFile());
        }
    }

    private static List<Path> sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }
}
