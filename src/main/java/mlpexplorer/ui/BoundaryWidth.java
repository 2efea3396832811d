package mlpexplorer.ui;

/// How the width of the Explore page is shared between the boundary and what stands beside it: the boundary's square takes the
/// height there is and no more width than that needs, so that neither below it nor at its sides much is left empty. Goes by the
/// height of the window, not of the page, where hints come and go.
final class BoundaryWidth {
    /// On a small window.
    static final double LEAST_SHARE = 0.558;
    /// What stands above, below and beside the square of the boundary in the window, less what stands at its sides.
    private static final double AROUND = 137;
    /// What the curves need for their axes, buttons and legend.
    private static final double CURVES = 430;

    private BoundaryWidth() {}

    /// Returns the boundary's share of a page of that width, 0 to 1.
    static double share(double page, double window) {
        double most = Math.max(LEAST_SHARE * page, page - CURVES);
        return page > 0 ? Math.clamp(window - AROUND, 0, most) / page : LEAST_SHARE;
    }
}
