package mlpexplorer.ui.runs;

import java.util.List;
import java.util.stream.Stream;
import mlpexplorer.experiment.store.RunSummary;

/// What a tab below the table shows of some runs. It is told only while it is seen.
interface RunPane {
    /// @param selected in the order of the table; those that are pinned follow where they were not selected
    void show(Chosen selected);

    /// The runs to show.
    ///
    /// @param selected in the table
    /// @param pinned   those that were pinned and not selected
    /// @param all      that the filter picks
    record Chosen(List<RunSummary> selected, List<RunSummary> pinned, List<RunSummary> all) {
        static final Chosen NONE = new Chosen(List.of(), List.of(), List.of());

        /// Selected ones, then pinned ones, `most` at most.
        List<RunSummary> first(int most) {
            return Stream.concat(selected.stream(), pinned.stream()).limit(most).toList();
        }
    }
}
