package mlpexplorer.experiment.store;

import java.util.List;
import java.util.stream.Collectors;

/// The settings that runs are listed, sorted and filtered by, as in the JSON form of the spec.
///
/// @param samples number of samples; 0 if it depends on a file
/// @param hidden units of each hidden layer
/// @param activation one name, or a JSON array with one for each layer
/// @param batch a number or `full`
/// @param lambda1 λ₁; NaN if it differs between layers
/// @param lambda2 λ₂; NaN if it differs between layers
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
        return hidden.isEmpty()
                ? "none"
                : hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
