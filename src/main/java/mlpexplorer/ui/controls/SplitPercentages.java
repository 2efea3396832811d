package mlpexplorer.ui.controls;

/// A split into three parts, in whole percent.
///
/// The constructor throws [IllegalArgumentException] if a part is negative or the sum is not 100.
public record SplitPercentages(int first, int second, int third) {

    public SplitPercentages {
        if (first < 0 || second < 0 || third < 0 || first + second + third != 100) {
            throw new IllegalArgumentException(
                    "Parts must add up to 100%: " + first + ", " + second + ", " + third);
        }
    }

    /// The parts nearest to the fractions `first` and `second` of 1 (the third is the rest).
    public static SplitPercentages ofFractions(double first, double second) {
        int one = (int) Math.round(100 * first);
        int two = (int) Math.round(100 * (first + second)) - one;
        return new SplitPercentages(one, two, 100 - one - two);
    }

    /// The end of the second part, in percent.
    int secondEnd() {
        return first + second;
    }
}
