package mlpexplorer.ui.field;

import java.util.Arrays;

/// The borders between classes as lines in the unit square, x to the right and y down; a closed
/// line ends at its first point. Memory is reused. Owned by one thread at a time.
public final class Contour {
    private float[] xy = new float[0];
    private int[] ends = new int[0];
    private int points;
    private int lines;

    void clear() {
        points = 0;
        lines = 0;
    }

    void add(float x, float y) {
        if (2 * points == xy.length) {
            xy = Arrays.copyOf(xy, Math.max(512, 2 * xy.length));
        }
        xy[2 * points] = x;
        xy[2 * points + 1] = y;
        points++;
    }

    /// Ends the current line.
    void endLine() {
        if (lines == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(16, 2 * ends.length));
        }
        ends[lines++] = points;
    }

    int lines() {
        return lines;
    }

    /// The index of the first point of a line.
    int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /// The index after the last point of a line.
    int end(int line) {
        return ends[line];
    }

    float x(int point) {
        return xy[2 * point];
    }

    float y(int point) {
        return xy[2 * point + 1];
    }

    void copyFrom(Contour other) {
        clear();
        for (int line = 0; line < other.lines; line++) {
            for (int point = other.start(line); point < other.end(line); point++) {
                add(other.x(point), other.y(point));
            }
            endLine();
        }
    }
}
