package mlpexplorer.ui.data;

/// Where data come from that are not made here.
public interface DataSources {

    /// Asks for a file and opens it.
    void open();

    /// Takes the digits of MNIST, which may have to be fetched first.
    void mnist();
}
