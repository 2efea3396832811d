package mlpexplorer.training;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Workspace;

/// A divergence: the loss was not finite, or grew tenfold within an epoch.
///
/// @param epoch epoch of the divergence, counted from 1
/// @param layer the first layer whose parameters or outputs were not finite, counted from 1; the
///   layer with the largest gradient if all were finite
/// @param loss loss at which it was detected
public record Divergence(long epoch, int layer, double loss) {

    /// The layer in which it started.
    ///
    /// @param batch after a forward pass with `parameters`
    /// @param gradient of that batch
    static int layer(Parameters parameters, Workspace batch, Parameters gradient) {
        int largest = 0;
        double largestSize = -1;
        for (int l = 0; l < parameters.layers(); l++) {
            if (!parameters.isFinite(l) || !batch.isFinite(l)) {
                return l + 1;
            }
            double size = 0;
            for (double g : gradient.weights(l)) {
                size = Math.max(size, Math.abs(g));
            }
            if (size > largestSize) {
                largest = l;
                largestSize = size;
            }
        }
        return largest + 1;
    }
}
