package mlpexplorer.nn;

/// Mean loss and metric over samples, computed in chunks so that the evaluation of large data can
/// be interleaved with other work. Not thread-safe. After the first pass over the samples it
/// allocates nothing but the [Score].
public final class Evaluation {
    private static final int CHUNK = 256;

    private final Task task;
    private final Pass pass;
    private Samples samples = new Samples(new double[0], 1, new int[0]);
    private int from;
    private double loss;
    private long correct;

    /// A forward pass over several rows.
    interface Pass {
        /// The maximum number of rows per pass.
        int capacity();

        /// Computes [#loss] and [#correct] of rows `from … to − 1`; `from` is a multiple of the
        /// capacity.
        void run(Parameters p, Samples samples, int from, int to);

        /// Summed over the rows.
        double loss();

        /// The number of rows whose most probable class (the first of equals) is the label.
        int correct();
    }

    /// Large passes are split into halves that `parallel` runs.
    public Evaluation(Mlp mlp, Parallel parallel) {
        this(mlp, Precision.DOUBLE, parallel);
    }

    /// In single precision, rounds the parameters and the features.
    public Evaluation(Mlp mlp, Precision precision, Parallel parallel) {
        task = mlp.task();
        pass =
                precision == Precision.SINGLE
                        ? new SingleChunk(
                                mlp.singleWorkspace(CHUNK, parallel),
                                new SingleParameters(mlp.sizes()))
                        : keepsColumns(mlp.spec(), mlp.inputs(), mlp.outputs())
                                ? new ColumnwiseEvaluation(mlp)
                                : new Chunk(mlp.workspace(CHUNK, parallel));
    }

    /// Whether evaluating such a network keeps a column-wise copy of the samples, as is done for
    /// small networks.
    public static boolean keepsColumns(ModelSpec spec, int inputs, int outputs) {
        return ColumnwiseEvaluation.isFor(spec, inputs, outputs);
    }

    /// Starts at the first of `samples`.
    public void begin(Samples samples) {
        this.samples = samples;
        from = 0;
        loss = 0;
        correct = 0;
    }

    /// Evaluates the next chunk, if any, and returns the approximate number of multiplications.
    public long advance(Parameters p) {
        if (isDone()) {
            return 0;
        }
        int to = Math.min(samples.rows(), from + pass.capacity());
        pass.run(p, samples, from, to);
        loss += pass.loss();
        correct += pass.correct();
        long work = (long) (to - from) * p.count();
        from = to;
        return work;
    }

    public boolean isDone() {
        return from == samples.rows();
    }

    /// The score of the chunks evaluated so far.
    public Score score() {
        return task.score(loss, correct, samples);
    }

    /// The same forward pass as in training.
    private static final class Chunk implements Pass {
        private final Workspace w;
        private double loss;

        Chunk(Workspace w) {
            this.w = w;
        }

        @Override
        public int capacity() {
            return w.capacity();
        }

        @Override
        public void run(Parameters p, Samples samples, int from, int to) {
            w.load(samples, from, to);
            loss = w.pass.totalLoss(p);
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public int correct() {
            return w.pass.correct();
        }
    }

    /// The same forward pass as in training in single precision.
    private static final class SingleChunk implements Pass {
        private final SingleWorkspace w;
        private final SingleParameters rounded;
        private double loss;

        SingleChunk(SingleWorkspace w, SingleParameters rounded) {
            this.w = w;
            this.rounded = rounded;
        }

        @Override
        public int capacity() {
            return w.capacity();
        }

        @Override
        public void run(Parameters p, Samples samples, int from, int to) {
            SingleReal.round(p, rounded);
            w.load(samples, from, to);
            loss = w.pass.totalLoss(rounded);
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public int correct() {
            return w.pass.correct();
        }
    }
}
