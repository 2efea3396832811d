package mlpexplorer.ui.data;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.workbench.Workbench;

/// The verbs of the data section. Where fewer rows are left to train on than a batch holds, the batch becomes "full".
final class DataViewModel {
    private static final int USUAL_SAMPLES = 300;
    private static final double USUAL_NOISE = 0.1;

    private final Workbench workbench;

    DataViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Picks the dataset of `sample`'s kind, with today's samples and noise.
    void pick(DataSpec sample) {
        DataSpec current = workbench.spec().data();
        if (current.getClass() == sample.getClass()) {
            return;
        }
        int samples = samples(current);
        double noise = noise(current);
        DataSpec picked = switch (sample) {
            case DataSpec.Circles _ -> new DataSpec.Circles(samples, noise);
            case DataSpec.Spiral spiral -> new DataSpec.Spiral(Math.max(samples, spiral.arms()), spiral.arms(), spiral.turns(), noise);
            case DataSpec.Xor _ -> new DataSpec.Xor(samples, noise);
            case DataSpec.XorTable _, DataSpec.Points _ -> sample;
        };
        workbench.change(spec -> fitted(spec, picked, splitFor(picked, current, spec.split())));
    }

    /// Four rows are too few to part, so the truth table is all for training, and what follows it has the usual split.
    private static SplitSpec splitFor(DataSpec picked, DataSpec current, SplitSpec split) {
        if (picked instanceof DataSpec.XorTable) {
            return new SplitSpec(1, 0, 0, split.standardize());
        }
        SplitSpec usual = new SplitSpec();
        return current instanceof DataSpec.XorTable
                ? new SplitSpec(usual.train(), usual.validation(), usual.test(), split.standardize())
                : split;
    }

    void samples(int samples) {
        DataSpec current = workbench.spec().data();
        data(switch (current) {
            case DataSpec.Circles(_, double noise) -> new DataSpec.Circles(samples, noise);
            case DataSpec.Spiral(_, int arms, double turns, double noise) ->
                    new DataSpec.Spiral(Math.max(samples, arms), arms, turns, noise);
            case DataSpec.Xor(_, double noise) -> new DataSpec.Xor(samples, noise);
            case DataSpec.XorTable _, DataSpec.Points _ -> current;
        });
    }

    void noise(double noise) {
        DataSpec current = workbench.spec().data();
        data(switch (current) {
            case DataSpec.Circles(int samples, _) -> new DataSpec.Circles(samples, noise);
            case DataSpec.Spiral(int samples, int arms, double turns, _) -> new DataSpec.Spiral(samples, arms, turns, noise);
            case DataSpec.Xor(int samples, _) -> new DataSpec.Xor(samples, noise);
            case DataSpec.XorTable _, DataSpec.Points _ -> current;
        });
    }

    void arms(int arms) {
        if (workbench.spec().data() instanceof DataSpec.Spiral(int samples, _, double turns, double noise)) {
            data(new DataSpec.Spiral(Math.max(samples, arms), arms, turns, noise));
        }
    }

    void turns(double turns) {
        if (workbench.spec().data() instanceof DataSpec.Spiral(int samples, int arms, _, double noise)) {
            data(new DataSpec.Spiral(samples, arms, turns, noise));
        }
    }

    void split(SplitSpec split) {
        workbench.change(spec -> fitted(spec, spec.data(), split));
    }

    /// Points of `data`, or the usual number where that is not a choice.
    static int samples(DataSpec data) {
        return switch (data) {
            case DataSpec.Circles(int samples, _) -> samples;
            case DataSpec.Spiral(int samples, _, _, _) -> samples;
            case DataSpec.Xor(int samples, _) -> samples;
            case DataSpec.XorTable(), DataSpec.Points _ -> USUAL_SAMPLES;
        };
    }

    static double noise(DataSpec data) {
        return switch (data) {
            case DataSpec.Circles(_, double noise) -> noise;
            case DataSpec.Spiral(_, _, _, double noise) -> noise;
            case DataSpec.Xor(_, double noise) -> noise;
            case DataSpec.XorTable(), DataSpec.Points _ -> USUAL_NOISE;
        };
    }

    private void data(DataSpec data) {
        workbench.change(spec -> fitted(spec, data, spec.split()));
    }

    private static RunSpec fitted(RunSpec spec, DataSpec data, SplitSpec split) {
        TrainingSpec training = spec.training();
        boolean tooLarge = training.batch() instanceof BatchSize.Rows(int count) && count > split.trainRows(data.rows());
        return new RunSpec(
                data, split, spec.model(), tooLarge ? training.withBatch(new BatchSize.Full()) : training, spec.seeds());
    }
}
