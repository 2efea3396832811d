package mlpexplorer.nn;

/// The last layer and its loss, for rows `from … to − 1` of a [Workspace].
interface OutputLayer {

    static OutputLayer of(Task task) {
        return switch (task) {
            case Task.Classification(int classes) -> new SoftmaxCrossEntropy(classes);
            case Task.Regression() -> new SquaredError();
        };
    }

    /// Writes the outputs (class probabilities, or the predicted number) into the activations of
    /// the last layer.
    void outputs(Workspace w, int half, int from, int to);

    /// The same; returns the summed loss.
    double loss(Workspace w, int half, int from, int to); // double in both precisions

    /// Writes the gradient of the mean loss of the batch with respect to the weighted inputs of the
    /// last layer into its delta.
    void backward(Workspace w, int from, int to);

    /// The number of rows of the batch whose most probable class (the first of equals) is the
    /// label; 0 in regression.
    int correct(Workspace w);
}
