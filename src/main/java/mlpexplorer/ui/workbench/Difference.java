package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;

/// What a change of the specification means for the run that lives.
enum Difference {
    /// It goes on under the new rate, penalty, optimizer's knobs or stop rule.
    LIVE,
    /// Its network goes on with its weights, on other points.
    POINTS,
    /// Another run begins.
    ALL;

    static Difference of(RunSpec before, RunSpec after) {
        boolean sameNetwork = before.model().equals(after.model()) && before.seeds().equals(after.seeds());
        boolean sameData = before.data().equals(after.data()) && before.split().equals(after.split());
        if (sameNetwork && sameData) {
            boolean live = before.training().withStop(after.training().stop()).differsOnlyLiveFrom(after.training());
            return live ? LIVE : ALL;
        }
        return sameNetwork && isRedrawn(before.data(), after.data()) ? POINTS : ALL;
    }

    /// Whether weights that were given for the run before are meant for the one after, too.
    boolean keepsWeights(RunSpec before, RunSpec after) {
        return switch (this) {
            case LIVE, POINTS -> true;
            case ALL -> after.model().equals(before.model())
                    && after.data().equals(before.data())
                    && after.seeds().init() == before.seeds().init();
        };
    }

    /// Whether drawn points became other ones, perhaps the first ones or none.
    static boolean isDrawing(RunSpec before, RunSpec after) {
        return before.data() instanceof DataSpec.Points was && after.data() instanceof DataSpec.Points now && !was.equals(now);
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
