package mlpexplorer.ui.charts;

import mlpexplorer.training.UpdateLog;

/// The training losses inside epochs against the update: means of groups of updates, or the running
/// mean of each epoch.
///
/// @param epochMean whether it is the running mean of each epoch
public record UpdateCurve(UpdateLog.View log, boolean epochMean) implements Curve {
    @Override
    public int size() {
        return log.size();
    }

    @Override
    public double x(int index) {
        return log.update(index);
    }

    @Override
    public double y(int index) {
        return epochMean ? log.epochMean(index) : log.loss(index);
    }

    @Override
    public double at(XAxis other, int index) {
        return other == XAxis.UPDATE ? x(index) : Double.NaN;
    }

    @Override
    public Object identity() {
        return log.chunks().isEmpty()
                ? this
                : epochMean ? log.chunks().getFirst() : log.chunks().getFirst()[0];
    }
}
