package mlpexplorer.experiment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import mlpexplorer.data.io.UserError;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Parses JSON. NaN and infinities are accepted, so that the range check can name them.
final class JsonSource {
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final JsonMapper LENIENT =
            STRICT.rebuild()
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .build();

    private JsonSource() {}

    /// The tree of a JSON document; `source` names it in the message of the [UserError] for
    /// malformed text.
    static JsonNode document(String text, String source) {
        try {
            JsonNode node = STRICT.readTree(text);
            if (node.isMissingNode()) {
                throw UserError.input(source + " is empty, but must be a JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where =
                    at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("malformed");
            throw UserError.input(source + where + ": not valid JSON: " + what + ".", e);
        }
    }

    /// The tree of a JSON document in a UTF-8 file; throws [UserError] if it is malformed,
    /// unreadable or too large.
    static JsonNode file(Path file, int maxMegabytes) {
        int limit = maxMegabytes << 20;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw UserError.input(
                        file + " is larger than " + maxMegabytes + " MB, the maximum size.");
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return document(text.startsWith("\uFEFF") ? text.substring(1) : text, file.toString());
        } catch (CharacterCodingException e) {
            throw UserError.input(file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    /// A value typed on the command line: JSON if valid, comma-separated numbers as an array,
    /// otherwise a string.
    static JsonNode typed(String text) {
        return json(text).or(() -> numbers(text)).orElseGet(() -> TextNode.valueOf(text));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(LENIENT.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> numbers(String text) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(",", -1)) {
            Optional<JsonNode> number = json(part.strip()).filter(JsonNode::isNumber);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            array.add(number.get());
        }
        return Optional.of(array);
    }
}
