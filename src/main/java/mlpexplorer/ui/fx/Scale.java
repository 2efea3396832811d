package mlpexplorer.ui.fx;

/// The stops of a slider: positions 0 … [#last] and the value at each. Values between stops, or beyond them, may still be
/// typed; the thumb then stands between its neighbours, or at the end. Immutable.
public sealed interface Scale permits LinearScale, StopScale {

    /// The highest position; there are `last() + 1` stops.
    int last();

    /// The value at `position`, 0 to [#last].
    double valueAt(int position);

    /// Where `value` stands, from 0 to [#last], a fraction when it lies between two stops.
    double positionOf(double value);

    /// The value `steps` stops above `value` (below if negative); a value between stops counts the nearest stop on that
    /// side as the first step. Stays at the end stops.
    default double step(double value, int steps) {
        double position = positionOf(value);
        double from = steps > 0 ? Math.floor(position + 1e-9) : Math.ceil(position - 1e-9);
        return valueAt((int) Math.clamp(from + steps, 0, last()));
    }

    /// Like [#step], for a typed field, which may leave the stops: a linear scale goes on in equal steps beyond its ends.
    default double nudge(double value, int steps) {
        return step(value, steps);
    }

    /// Equal steps from `min` to `max`.
    static Scale linear(double min, double max, double step) {
        return new LinearScale(min, max, step);
    }

    /// The given stops, strictly increasing; the last may be infinite.
    static Scale stops(double... stops) {
        return new StopScale(stops);
    }

    /// The 1–3–10 ladder from `min` to `max` (powers of ten or three times one): 1e-5, 3e-5, 1e-4 … 10.
    static Scale ladder(double min, double max) {
        return new StopScale(StopScale.ladder(min, max));
    }

    /// The same ladder with a stop for 0 before it.
    static Scale ladderFromZero(double min, double max) {
        return new StopScale(StopScale.withZero(StopScale.ladder(min, max)));
    }
}
