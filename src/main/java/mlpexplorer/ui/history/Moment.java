package mlpexplorer.ui.history;

/// A mark on the timeline.
///
/// @param epoch epoch of the mark
/// @param kind  kind of event
record Moment(long epoch, Kind kind) {
    enum Kind {
        BEST,
        CHANGE,
        EDIT
    }
}
