package mlpexplorer.ui;

/// Divides the width of the Explore page between the boundary and the tabs: the square of the
/// boundary uses the available height and no more width than that needs, so that little space is
/// left empty. Based on the height of the window, not of the page, where hints appear and
/// disappear.
final class BoundaryWidth {
    /// The share in a small window.
    static final double MIN_FRACTION = 0.558;

    /// The height above and below the square of the boundary, minus the width beside it.
    private static final double AROUND = 137;

    /// The minimum width of the curves for axes, buttons and legend.
    private static final double CURVES = 430;

    private BoundaryWidth() {}

    /// The boundary's share of a page of the given width, 0 to 1.
    static double share(double page, double window) {
        double most = Math.max(MIN_FRACTION * page, page - CURVES);
        return page > 0 ? Math.clamp(window - AROUND, 0, most) / page : MIN_FRACTION;
    }
}
