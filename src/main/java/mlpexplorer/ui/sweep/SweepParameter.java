package mlpexplorer.ui.sweep;

import mlpexplorer.ui.controls.Messages;

import java.util.Arrays;
import java.util.List;

/// The settings that an axis can vary, named as in the sidebar, with default values.
enum SweepParameter {
    /// No axis.
    NONE("", ""),
    HIDDEN("model.hidden", "1,2,4,8,16,32"),
    ACTIVATION("model.activation", "relu,tanh,sigmoid,gelu"),
    INITIALIZER("model.initializer", "zeros,gaussian,xavier,he"),
    LAMBDA2("training.regularizer.l2", "0,1e-4,1e-3,1e-2"),
    LAMBDA1("training.regularizer.l1", "0,1e-4,1e-3,1e-2"),
    /// λ₂ of the weights into the first hidden layer.
    LAYER1_LAMBDA2("training.regularizer.layers[0].l2", "0,1e-4,1e-3,1e-2"),
    /// λ₁ of the weights into the first hidden layer.
    LAYER1_LAMBDA1("training.regularizer.layers[0].l1", "0,1e-4,1e-3,1e-2"),
    DROPOUT("training.dropout", "0,0.1,0.2,0.5"),
    RATE("training.rate", "1e-4,1e-3,3e-3,0.01,0.03,0.1"),
    OPTIMIZER("training.optimizer", "sgd,momentum,rmsprop,adam"),
    BATCH("training.batch", "1,10,32,full"),
    EPOCHS("training.stop.epochs", "25,50,100,200"),
    NOISE("data.noise", "0,0.1,0.2,0.3,0.4"),
    SAMPLES("data.samples", "50,100,200,400,800"),
    /// Any path typed by the user.
    OTHER("", "");

    private final String path;
    private final String values;

    SweepParameter(String path, String values) {
        this.path = path;
        this.values = values;
    }

    /// All settings, none first.
    static List<SweepParameter> axesOrNone() {
        return Arrays.asList(values());
    }

    /// The setting at `path`.
    static SweepParameter of(String path) {
        return Arrays.stream(values())
                .filter(parameter -> !path.isEmpty() && parameter.path.equals(path))
                .findFirst()
                .orElse(OTHER);
    }

    /// The name of the axis of `path`: "Hidden units", or the path itself.
    static String title(String path) {
        SweepParameter parameter = of(path);
        return parameter == OTHER ? path : Messages.name("sweep.parameter", parameter);
    }

    /// A short text for a value of the axis of `path`: "8 units", "λ₂ 0.001".
    static String description(String path, String value) {
        SweepParameter parameter = of(path);
        return parameter == OTHER
                ? path.substring(path.lastIndexOf('.') + 1) + " " + value
                : Messages.text("sweep.value." + parameter.name(), value);
    }

    String path() {
        return path;
    }

    String defaultValues() {
        return values;
    }
}
