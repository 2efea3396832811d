package mlpexplorer.ui.history;

/// Something worth going back to.
///
/// @param epoch when
/// @param kind  what
record Moment(long epoch, Kind kind) {
    enum Kind {
        BEST,
        CHANGE,
        EDIT
    }
}
