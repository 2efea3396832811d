package mlpexplorer.ui.runs;

import mlpexplorer.experiment.store.RunSummary;

import java.util.List;
import java.util.stream.Stream;

/// A tab below the table that shows some runs. Updated only while visible.
interface RunPane {
    /// @param selected selected runs in table order, followed by other pinned runs
    void show(Chosen selected);

    /// The runs to show.
    ///
    /// @param selected runs selected in the table
    /// @param pinned pinned runs that are not selected
    /// @param all runs that match the filter
    record Chosen(List<RunSummary> selected, List<RunSummary> pinned, List<RunSummary> all) {
        static final Chosen NONE = new Chosen(List.of(), List.of(), List.of());

        /// Selected runs, then pinned runs, at most `most`.
        List<RunSummary> first(int most) {
            return Stream.concat(selected.stream(), pinned.stream()).limit(most).toList();
        }
    }
}
