package mlpexplorer.ui.fx;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the texts that a PNG carries: uncompressed `iTXt` (as [PngEncoder] writes) and `tEXt` chunks.
final class PngTexts {

    private PngTexts() {
    }

    /// All texts by keyword, in file order; empty if the bytes are no PNG.
    ///
    /// @throws EOFException if the file ends in the midst of a chunk
    static Optional<Map<String, String>> read(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        if (file.length < Long.BYTES || in.readLong() != PngEncoder.SIGNATURE) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        String type;
        do {
            int length = in.readInt();
            type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            if (length < 0 || length > in.available()) {
                throw new EOFException();
            }
            byte[] data = in.readNBytes(length);
            in.readInt();
            take(type, data, texts);
        } while (!type.equals("IEND"));
        return Optional.of(texts);
    }

    private static void take(String type, byte[] data, Map<String, String> texts) {
        int keywordEnd = indexOfZero(data, 0);
        String keyword = new String(data, 0, keywordEnd, StandardCharsets.ISO_8859_1);
        if (type.equals("tEXt") && keywordEnd < data.length) {
            texts.put(keyword, new String(data, keywordEnd + 1, data.length - keywordEnd - 1, StandardCharsets.ISO_8859_1));
        } else if (type.equals("iTXt") && keywordEnd + 2 < data.length && data[keywordEnd + 1] == 0) {
            int languageEnd = indexOfZero(data, keywordEnd + 3);
            int translatedEnd = indexOfZero(data, languageEnd + 1);
            byte[] text = Arrays.copyOfRange(data, Math.min(translatedEnd + 1, data.length), data.length);
            texts.put(keyword, new String(text, StandardCharsets.UTF_8));
        }
    }

    private static int indexOfZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return data.length;
    }
}
