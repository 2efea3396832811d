package mlpexplorer.experiment.store;

import java.util.List;
import java.util.stream.Collectors;

/// The parts of a specification that runs are listed, sorted and filtered by, in the words of its JSON form.
///
/// @param samples    0 where only a file tells
/// @param hidden     units of each hidden layer
/// @param activation one name, or a JSON array with one for each layer
/// @param batch      a number or `full`
/// @param lambda1    NaN where each layer has its own
/// @param lambda2    likewise
public record RunFactors(
        String dataset,
        long samples,
        List<Integer> hidden,
        String activation,
        String initializer,
        String optimizer,
        double rate,
        String batch,
        String regularizer,
        double lambda1,
        double lambda2,
        double dropout) {

    /// `8-8`, or `none`.
    public String layers() {
        return hidden.isEmpty() ? "none" : hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
