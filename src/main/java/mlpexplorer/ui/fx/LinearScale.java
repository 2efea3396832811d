package mlpexplorer.ui.fx;

import java.math.BigDecimal;

/// Equal steps. Values are computed in decimal, so that 35 steps of 0.01 give exactly 0.35.
record LinearScale(double min, double max, double step) implements Scale {

    LinearScale {
        if (!(min < max) || !(step > 0) || step > max - min) {
            throw new IllegalArgumentException("Not a scale: " + min + " to " + max + " by " + step);
        }
    }

    @Override
    public int last() {
        return (int) Math.round((max - min) / step);
    }

    @Override
    public double valueAt(int position) {
        BigDecimal way = BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(position));
        return Math.min(max, BigDecimal.valueOf(min).add(way).doubleValue());
    }

    @Override
    public double positionOf(double value) {
        return Math.clamp((value - min) / step, 0, last());
    }

    @Override
    public double nudge(double value, int steps) {
        double position = (value - min) / step;
        double from = steps > 0 ? Math.floor(position + 1e-9) : Math.ceil(position - 1e-9);
        return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(from + steps)).add(BigDecimal.valueOf(min)).doubleValue();
    }
}
