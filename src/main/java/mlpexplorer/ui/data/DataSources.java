package mlpexplorer.ui.data;

/// Sources of data that are not generated.
public interface DataSources {

    /// Asks for a file and opens it.
    void open();

    /// Uses the MNIST digits, which may have to be downloaded first.
    void mnist();
}
