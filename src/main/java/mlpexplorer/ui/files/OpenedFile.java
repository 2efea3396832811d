package mlpexplorer.ui.files;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.OpenTable;

import java.nio.file.Path;
import java.util.List;

/// The valid content of a completely read file.
sealed interface OpenedFile {

    /// Data to train on.
    record Data(DataSpec spec, Dataset dataset) implements OpenedFile {}

    /// A CSV file, with its data unless another choice of columns is needed.
    record Table(OpenTable content) implements OpenedFile {}

    /// A complete experiment.
    ///
    /// @param model whether it is a trained network, which is shown as it is, without training
    record Experiment(OpenExperiment content, boolean model) implements OpenedFile {}

    /// An experiment whose data is not in the folder of its file, so that the user is asked before
    /// it is read.
    ///
    /// @param model as in [Experiment]
    record Outside(RunStart start, List<Path> data, boolean model) implements OpenedFile {}

    /// A lesson.
    record LessonContent(Lesson lesson) implements OpenedFile {}

    /// Weights that fit the current network.
    record Weights(Parameters weights) implements OpenedFile {}
}
