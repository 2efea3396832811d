package mlpexplorer.nn;

import java.util.Objects;
import java.util.Optional;

/// Performs the updates of one network in one [Precision]. The parameters and the optimizer's state
/// belong to the caller.
///
/// In single precision, this trains a copy: [#writeBack] brings the caller's objects up to date,
/// and [#takeOver] reads what the caller has changed. Conversions from single to double are exact,
/// so that whatever copies these objects, such as checkpoints and files, keeps all bits. Not
/// thread-safe.
public sealed interface Learner {

    /// @param parameters modified by updates; in single precision, rounded immediately
    /// @param state of `optimizer`, likewise
    /// @param capacity maximum number of rows per batch
    static Learner of(
            Precision precision,
            Mlp mlp,
            Parameters parameters,
            Optimizer optimizer,
            OptimizerState state,
            int capacity,
            Parallel parallel) {
        return switch (precision) {
            case DOUBLE ->
                    new InDouble(
                            parameters,
                            parameters.zeros(),
                            state,
                            mlp.workspace(capacity, parallel));
            case SINGLE ->
                    new InSingle(
                            parameters, optimizer, state, mlp.singleWorkspace(capacity, parallel));
        };
    }

    /// The maximum number of rows per batch.
    int capacity();

    /// Loads rows `from … to − 1` of `samples` in the order given by `order`, and draws dropout
    /// masks as [Workspace#drawDropout] does.
    void load(Samples samples, int[] order, int from, int to, double dropout, RandomStream random);

    /// One update by the loaded batch, unless its loss is not finite.
    ///
    /// @param clip maximum Euclidean norm of the gradient
    /// @return the mean loss of the batch, without the penalty
    double update(Regularizer regularizer, Optional<Double> clip, double rate);

    /// The layer, counted from 1, in which a divergence at the loaded batch started: the first
    /// whose parameters or outputs are not finite; if all are, the one with the largest gradient.
    int divergedLayer();

    /// Brings the caller's parameters and optimizer up to date; call before reading them.
    void writeBack();

    /// Continues with the caller's parameters and optimizer; call after changing them. In single
    /// precision, rounds them.
    void takeOver();

    /// Works on the caller's objects.
    record InDouble(
            Parameters parameters, Parameters gradient, OptimizerState state, Workspace batch)
            implements Learner {

        @Override
        public int capacity() {
            return batch.capacity();
        }

        @Override
        public void load(
                Samples samples,
                int[] order,
                int from,
                int to,
                double dropout,
                RandomStream random) {
            batch.load(samples, order, from, to);
            batch.drawDropout(dropout, random);
        }

        @Override
        public double update(Regularizer regularizer, Optional<Double> clip, double rate) {
            return Descent.update(parameters, batch, gradient, state, regularizer, clip, rate);
        }

        @Override
        public int divergedLayer() {
            return Descent.divergedLayer(parameters, batch, gradient);
        }

        @Override
        public void writeBack() {}

        @Override
        public void takeOver() {}
    }

    /// Works on copies in single precision.
    final class InSingle implements Learner {
        private final Parameters target;
        private final OptimizerState targetState;
        private final SingleParameters parameters;
        private final SingleParameters gradient;
        private final SingleOptimizerState state;
        private final SingleWorkspace batch;
        private boolean ahead;

        private InSingle(
                Parameters target,
                Optimizer optimizer,
                OptimizerState targetState,
                SingleWorkspace batch) {
            this.target = target;
            this.targetState = targetState;
            parameters = new SingleParameters(target.sizes());
            gradient = parameters.zeros();
            state = SingleOptimizerState.of(optimizer, parameters);
            this.batch = batch;
            takeOver();
        }

        @Override
        public int capacity() {
            return batch.capacity();
        }

        @Override
        public void load(
                Samples samples,
                int[] order,
                int from,
                int to,
                double dropout,
                RandomStream random) {
            batch.load(samples, order, from, to);
            batch.drawDropout((float) dropout, random);
        }

        @Override
        public double update(Regularizer regularizer, Optional<Double> clip, double rate) {
            ahead = true;
            return SingleDescent.update(
                    parameters, batch, gradient, state, regularizer, clip, (float) rate);
        }

        @Override
        public int divergedLayer() {
            return SingleDescent.divergedLayer(parameters, batch, gradient);
        }

        @Override
        public void takeOver() {
            SingleReal.round(target, parameters);
            targetState.memory().forEach((name, values) -> SingleReal.round(values, memory(name)));
            state.setSteps(targetState.steps());
            ahead = true;
            writeBack();
        }

        @Override
        public void writeBack() {
            if (ahead) {
                widen(parameters, target);
                targetState.memory().forEach((name, values) -> widen(memory(name), values));
                targetState.setSteps(state.steps());
                ahead = false;
            }
        }

        private SingleParameters memory(String name) {
            return Objects.requireNonNull(state.memory().get(name));
        }

        private static void widen(SingleParameters from, Parameters to) {
            for (int l = 0; l < from.layers(); l++) {
                widen(from.weights(l), to.weights(l));
                widen(from.biases(l), to.biases(l));
            }
        }

        private static void widen(float[] from, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i];
            }
        }
    }
}
