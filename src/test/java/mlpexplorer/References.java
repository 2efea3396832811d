package mlpexplorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// Results of other libraries, written by the scripts beside them in the folder `reference`.
public final class References {
    private References() {}

    public static JsonNode read(String name) {
        try (InputStream json =
                Objects.requireNonNull(
                        References.class.getResourceAsStream("/mlpexplorer/reference/" + name),
                        name)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
