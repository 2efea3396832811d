package mlpexplorer.nn;

/// The counterpart of [Real] for single precision.
final class SingleReal {
    static final float ROUNDER = 0x1.8p23f;
    static final float LN2_HIGH = 0x1.63p-1f;
    static final float LN2_LOW = -2.12194440e-4f;
    static final float EXP_LIMIT = 87;
    static final float TANH_LIMIT = 10;
    private static final int BIAS = 127;

    private SingleReal() {}

    static float of(double value) {
        return (float) value;
    }

    /// Writes `from`, rounded, into `to` (modified).
    static void round(double[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) from[i];
        }
    }

    /// Writes `from`, rounded, into `to` (modified), of the same shape.
    static void round(Parameters from, SingleParameters to) {
        for (int l = 0; l < from.layers(); l++) {
            round(from.weights(l), to.weights(l));
            round(from.biases(l), to.biases(l));
        }
    }

    static float power(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << 23);
    }
}
