package mlpexplorer.ui.field;

import mlpexplorer.nn.PrincipalComponents;

/// The plane of the feature space that is drawn.
public sealed interface PlaneChoice {

    /// Two features along the axes, the others at the mean of the training part.
    ///
    /// @param across column along x
    /// @param up column along y, another one
    record Features(int across, int up) implements PlaneChoice {
        public Features {
            if (across < 0 || up < 0 || across == up) {
                throw new IllegalArgumentException(
                        "The axes need two features, not " + across + " and " + up + ".");
            }
        }
    }

    /// The plane through the mean along the first two principal components of the training inputs.
    record Principal() implements PlaneChoice {}

    /// The only feature along x, the target of a regression along y.
    record Target() implements PlaneChoice {}

    /// The default plane for a number of features.
    static PlaneChoice defaults(int columns) {
        if (columns == 1) {
            return new Target();
        }
        return columns > 2 && columns <= PrincipalComponents.MAX_COLUMNS
                ? new Principal()
                : new Features(0, 1);
    }

    /// Whether data with that many features have this plane; classes by one feature have none.
    default boolean fits(int columns) {
        return switch (this) {
            case Features(int across, int up) -> across < columns && up < columns;
            case Target() -> columns == 1;
            case Principal() -> columns > 2 && columns <= PrincipalComponents.MAX_COLUMNS;
        };
    }
}
