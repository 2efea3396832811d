package mlpexplorer.ui.files;

/// Where a saved picture keeps the specification of its run.
public final class SpecText {
    /// Keyword of the text in a PNG's metadata; the text is the JSON of [mlpexplorer.experiment.SpecJson].
    public static final String KEYWORD = "mlp-explorer-spec";

    private SpecText() {}
}
