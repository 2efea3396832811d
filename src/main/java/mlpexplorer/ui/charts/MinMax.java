package mlpexplorer.ui.charts;

/// The smallest and the largest of the samples offered so far; non-finite ones do not count. Of
/// equals the first stays.
final class MinMax {
    private int lowest = -1;
    private int highest = -1;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    MinMax clear() {
        lowest = -1;
        highest = -1;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        return this;
    }

    void offer(int index, double y) {
        if (y < low && y != Double.NEGATIVE_INFINITY) {
            low = y;
            lowest = index;
        }
        if (y > high && y != Double.POSITIVE_INFINITY) {
            high = y;
            highest = index;
        }
    }

    /// True while no finite sample was offered; then the others mean nothing.
    boolean isEmpty() {
        return lowest < 0;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }
}
