package mlpexplorer.data.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Finds the first line that is not valid UTF-8; a decoder only reports that there is one.
final class Utf8Check {
    private Utf8Check() {}

    /// The number of the first invalid line, from 1; the line after the last if all are valid.
    static long firstWrongLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        int before = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\r' || b == '\n') {
                if (!isUtf8(line.toByteArray())) {
                    return number;
                }
                line.reset();
                number += b == '\n' && before == '\r' ? 0 : 1;
            } else {
                line.write(b);
            }
            before = b;
        }
        return isUtf8(line.toByteArray()) ? number + 1 : number;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
