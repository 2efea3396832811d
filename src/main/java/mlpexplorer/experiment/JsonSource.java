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
import java.util.Optional;
import mlpexplorer.data.io.UserError;

/// Parses JSON. NaN and infinities are accepted, so that the range check can name them.
final class JsonSource {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper LENIENT = STRICT.rebuild()
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .build();

    private JsonSource() {}

    /// The tree of a JSON document; `source` names it in the message of the [UserError] for malformed text.
    static JsonNode document(String text, String source) {
        try {
            JsonNode node = STRICT.readTree(text);
            if (node.isMissingNode()) {
                throw UserError.input(source + " is empty, but must be a JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("malformed");
            throw UserError.input(source + where + ": not valid JSON: " + what + ".", e);
        }
    }

    /// A value typed on the command line: JSON if valid, comma-separated numbers as an array, otherwise a string.
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
