package mlpexplorer.ui.fx;

/// How a whole is split in three, in whole per cent.
///
/// @throws IllegalArgumentException if a part is negative or they do not make 100
public record Parts(int first, int second, int third) {

    public Parts {
        if (first < 0 || second < 0 || third < 0 || first + second + third != 100) {
            throw new IllegalArgumentException("Parts must make 100 %: " + first + ", " + second + ", " + third);
        }
    }

    /// The parts nearest to the fractions `first` and `second` of 1 (the third is the rest).
    public static Parts ofFractions(double first, double second) {
        int one = (int) Math.round(100 * first);
        int two = (int) Math.round(100 * (first + second)) - one;
        return new Parts(one, two, 100 - one - two);
    }

    /// Where the second part ends, in per cent.
    int secondEnd() {
        return first + second;
    }
}
