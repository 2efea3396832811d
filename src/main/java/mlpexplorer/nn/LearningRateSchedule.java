package mlpexplorer.nn;

/// How the learning rate changes over time: a factor on the base rate. Configuration only; [#start]
/// gives the state. Epochs are counted from 0, so the first epoch runs at the base rate (except
/// under warm-up).
public sealed interface LearningRateSchedule {
    int MAX_EPOCHS = 1_000_000_000;

    /// Factor 1.
    record Constant() implements LearningRateSchedule {}

    /// Factor `factor^⌊epoch/epochs⌋`. Default: halved each epoch, as in the CS 189 course
    /// solution.
    record Step(double factor, int epochs) implements LearningRateSchedule {
        public Step() {
            this(0.5, 1);
        }

        public Step {
            Require.between("factor", factor, 1e-6, 10);
            Require.between("epochs", epochs, 1, MAX_EPOCHS);
        }
    }

    /// Factor `decay^epoch`. Default 0.99.
    record Exponential(double decay) implements LearningRateSchedule {
        public Exponential() {
            this(0.99);
        }

        public Exponential {
            Require.between("decay", decay, 1e-6, 1);
        }
    }

    /// Factor `floor + (1 − floor)·½(1 + cos(π·epoch/epochs))`, then `floor` (Loshchilov and
    /// Hutter, ICLR 2017, without restarts). Defaults 500 epochs down to 0.
    record Cosine(int epochs, double floor) implements LearningRateSchedule {
        public Cosine() {
            this(500, 0);
        }

        public Cosine {
            Require.between("epochs", epochs, 1, MAX_EPOCHS);
            Require.between("floor", floor, 0, 1);
        }
    }

    /// Factor `(epoch + 1)/epochs` during the first `epochs` epochs, then 1 (Goyal et al. 2017).
    /// Default 10.
    record Warmup(int epochs) implements LearningRateSchedule {
        public Warmup() {
            this(10);
        }

        public Warmup {
            Require.between("epochs", epochs, 1, MAX_EPOCHS);
        }
    }

    /// Every `window` updates, factor ← factor · mean loss of these updates / mean loss of the
    /// `window` before: the rate falls while the loss falls. Default 100 updates, as in the Gil
    /// course solution.
    record LossRatio(int window) implements LearningRateSchedule {
        public LossRatio() {
            this(100);
        }

        public LossRatio {
            Require.between("window", window, 1, MAX_EPOCHS);
        }
    }

    /// Factor `1/(1 + decay·epoch)` (Robbins and Monro 1951; Keras's `InverseTimeDecay` by epoch).
    /// Default 0.01.
    record InverseTime(double decay) implements LearningRateSchedule {
        public InverseTime() {
            this(0.01);
        }

        public InverseTime {
            Require.between("decay", decay, 1e-9, 1e6);
        }
    }

    /// Multiplies the rate by `factor` after more than `patience` epochs in a row whose loss is not
    /// below the best one by 0.01%: PyTorch's `ReduceLROnPlateau` with its defaults. The loss is
    /// that of the validation part or, without one, of the training part. Defaults factor 0.1,
    /// patience 10.
    record Plateau(double factor, int patience) implements LearningRateSchedule {
        /// The relative improvement that counts.
        static final double THRESHOLD = 1e-4;

        public Plateau() {
            this(0.1, 10);
        }

        public Plateau {
            Require.between("factor", factor, 1e-6, 1);
            Require.between("patience", patience, 0, MAX_EPOCHS);
        }
    }

    /// New state for the start of a run.
    default RateState start() {
        return new RateState(this);
    }
}
