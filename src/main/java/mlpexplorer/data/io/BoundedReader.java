package mlpexplorer.data.io;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Limits the length of a row, since an unclosed quote could fill the memory.
final class BoundedReader extends FilterReader {
    private final int limit;
    private long since;

    /// @param limit maximum characters between two calls of [#rowEnded]
    BoundedReader(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /// The row is longer than the limit.
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    void rowEnded() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(count);
        return count;
    }

    private void count(int characters) throws RowTooLong {
        since += characters;
        if (since > limit) {
            throw new RowTooLong();
        }
    }
}
