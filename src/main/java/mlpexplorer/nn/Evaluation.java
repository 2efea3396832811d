package mlpexplorer.nn;

/// Mean loss and accuracy over samples, found chunk by chunk, so that large data can be evaluated in between other things.
/// Belongs to one thread; once it has seen the samples, it allocates nothing but the [Score].
public final class Evaluation {
    private static final int CHUNK = 256;

    private final Pass pass;
    private Samples samples = new Samples(new double[0], 1, new int[0]);
    private int from;
    private double loss;
    private long correct;

    /// A way forward for some rows at once.
    interface Pass {
        /// How many rows at most.
        int capacity();

        /// Finds [#loss] and [#correct] of rows `from … to − 1`; `from` is a multiple of the capacity.
        void run(Parameters p, Samples samples, int from, int to);

        /// Summed over the rows.
        double loss();

        /// How many rows have their largest probability at the label (the first one, if several are largest).
        int correct();
    }

    /// Large passes are handed to `lanes` in halves.
    public Evaluation(Mlp mlp, Lanes lanes) {
        pass = keepsColumns(mlp.spec(), mlp.inputs(), mlp.classes()) ? new ScorePass(mlp) : new Chunk(mlp.workspace(CHUNK, lanes));
    }

    /// Whether a copy of the samples, by column, is kept to evaluate such a network: it is small.
    public static boolean keepsColumns(ModelSpec spec, int inputs, int classes) {
        return ScorePass.isFor(spec, inputs, classes);
    }

    /// Starts at the first of `samples`.
    public void begin(Samples samples) {
        this.samples = samples;
        from = 0;
        loss = 0;
        correct = 0;
    }

    /// Evaluates the next chunk, if there is one, and returns about how many multiplications that took.
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

    /// Over the chunks so far, which should be all.
    public Score score() {
        return new Score(loss / samples.rows(), (double) correct / samples.rows());
    }

    /// The way of the training itself.
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
}
