package mlpexplorer.experiment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import mlpexplorer.data.io.FileContent;
import mlpexplorer.data.io.UserError;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern NAMED =
            Pattern.compile("(Duplicate \\w+|Unrecognized token) '([^']*)'");

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
            throw UserError.input(
                    source + where + ": not valid JSON: " + problem(e, text) + ".", e);
        }
    }

    /// The error as the end of a sentence. The parser's own messages are meant for programmers.
    private static String problem(JsonProcessingException e, String text) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return message.contains("depth")
                    ? "it is nested too deeply"
                    : "a number, text or name in it is too long";
        }
        if (e instanceof JsonEOFException) {
            return "it ends too early";
        }
        Matcher named = NAMED.matcher(message);
        if (named.lookingAt()) {
            String name = UserError.quoted(named.group(2));
            return named.group(1).startsWith("Duplicate")
                    ? name + " appears twice"
                    : name + " is not a value; a text needs double quotes";
        }
        if (message.startsWith("Trailing token")) {
            return "there is more after its end";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "a text contains a line break or another control character";
        }
        long at = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
        String found =
                at >= 0 && at < text.length()
                        ? UserError.quoted(text.substring((int) at, (int) at + 1))
                        : "this";
        if (message.contains("double-quote to start field name")) {
            return "a name in double quotes is expected, not " + found;
        }
        if (message.contains("expecting a colon")) {
            return "a colon is expected, not " + found;
        }
        if (message.contains("expecting comma")) {
            return "a comma is expected, not " + found;
        }
        return found + " is not expected here";
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
            return document(bytes, file.toString());
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private static JsonNode document(byte[] bytes, String file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return document(text.startsWith("\uFEFF") ? text.substring(1) : text, file);
        } catch (CharacterCodingException e) {
            throw otherKind(bytes, file)
                    .orElseGet(() -> UserError.input(file + " is not UTF-8 text.", e));
        } catch (UserError e) {
            throw otherKind(bytes, file).orElse(e);
        }
    }

    private static Optional<UserError> otherKind(byte[] bytes, String file) {
        return FileContent.describe(bytes)
                .filter(what -> !what.equals(FileContent.JSON_FILE))
                .map(what ->
                        UserError.input(
                                file + " must be a JSON file, but this looks like " + what + "."));
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
