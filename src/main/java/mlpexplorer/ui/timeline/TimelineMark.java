package mlpexplorer.ui.timeline;

/// A mark on the timeline.
///
/// @param epoch epoch of the mark
/// @param kind kind of event
record TimelineMark(long epoch, Kind kind) {
    enum Kind {
        BEST,
        CHANGE,
        EDIT
    }
}
