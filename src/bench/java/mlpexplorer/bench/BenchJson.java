package mlpexplorer.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes the figures.
final class BenchJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BenchJson() {}

    static void write(Path file, Object figures) throws IOException {
        MAPPER.writeValue(file.toFile(), figures);
    }

    /// The object in `file`; an empty one if there is no such file.
    static JsonNode read(Path file) throws IOException {
        return Files.exists(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode();
    }

    static JsonNode parse(String text) throws IOException {
        return MAPPER.readTree(text);
    }
}
