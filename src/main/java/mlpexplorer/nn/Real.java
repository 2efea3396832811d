package mlpexplorer.nn;

/// What depends on the precision of a number, for double precision; [SingleReal] is its
/// counterpart. The classes that use it exist in single precision too: the build generates them
/// from these sources.
///
/// The exponential function is computed as in [VectorMath].
final class Real {
    /// Adding and subtracting it rounds to an integer.
    static final double ROUNDER = 0x1.8p52;

    /// ln 2 in two parts; products of the first with small integers are exact.
    static final double LN2_HIGH = 0x1.62e42fee00000p-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /// exp saturates at this argument.
    static final double EXP_LIMIT = 708;

    /// The hyperbolic tangent of this rounds to 1.
    static final double TANH_LIMIT = 20;

    private static final long BIAS = 1023;

    private Real() {}

    /// `value`, rounded to this precision.
    static double of(double value) {
        return value;
    }

    /// 2ⁿ, where the low bits of `shifted` hold n.
    static double power(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << 52);
    }
}
