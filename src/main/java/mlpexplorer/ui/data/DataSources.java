package mlpexplorer.ui.data;

import mlpexplorer.data.Split;

/// Sources of data that are not generated.
public interface DataSources {

    /// Asks for a file and opens it.
    void open();

    /// Asks for a file with the validation or test part, and uses it.
    void part(Split.Part part);

    /// Shows the columns of the CSV file of the run, to choose others.
    void columns();

    /// Uses the MNIST digits, which may have to be downloaded first.
    void mnist();
}
