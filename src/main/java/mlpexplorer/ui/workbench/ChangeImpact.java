package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;

/// The impact of a spec change on the current run.
enum ChangeImpact {
    /// Training continues with the new rate, penalty, optimizer settings or stop rule.
    LIVE,
    /// Training continues with the same weights on new data.
    POINTS,
    /// A new run starts.
    ALL;

    static ChangeImpact of(RunSpec before, RunSpec after) {
        boolean sameNetwork =
                before.model().equals(after.model())
                        && before.split().inputs().equals(after.split().inputs())
                        && before.seeds().equals(after.seeds());
        boolean sameData =
                before.data().equals(after.data()) && before.split().equals(after.split());
        if (sameNetwork && sameData) {
            boolean live =
                    before.training()
                            .withStop(after.training().stop())
                            .differsOnlyLiveFrom(after.training());
            return live ? LIVE : ALL;
        }
        return sameNetwork && isRedrawn(before.data(), after.data()) ? POINTS : ALL;
    }

    /// Whether weights given for the previous run also apply to the next one.
    boolean keepsWeights(RunSpec before, RunSpec after) {
        return switch (this) {
            case LIVE, POINTS -> true;
            case ALL ->
                    after.model().equals(before.model())
                            && after.data().equals(before.data())
                            && after.split().inputs().equals(before.split().inputs())
                            && after.seeds().init() == before.seeds().init();
        };
    }

    /// Whether nothing but the stop rule changed.
    static boolean isStopOnly(RunSpec before, RunSpec after) {
        return before.withTraining(before.training().withStop(after.training().stop()))
                .equals(after);
    }

    /// Whether the drawn points changed.
    static boolean isDrawing(RunSpec before, RunSpec after) {
        return before.data() instanceof DataSpec.Points was
                && after.data() instanceof DataSpec.Points now
                && !was.equals(now);
    }

    private static boolean isRedrawn(DataSpec before, DataSpec after) {
        return before instanceof DataSpec.Plane was
                && after instanceof DataSpec.Points now
                && !was.equals(now)
                && was.rows() > 0
                && now.rows() > 0
                && was.classes() == now.classes();
    }
}
