package mlpexplorer.data;

import java.util.ArrayList;
import java.util.List;
import mlpexplorer.nn.Samples;

/// A table of labelled rows in their own units, before split and standardisation. Immutable.
///
/// @param samples      features and class indices
/// @param featureNames one per column
/// @param classNames   one per class
public record Dataset(Samples samples, List<String> featureNames, List<String> classNames) {
    public Dataset {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
    }

    /// Points of the plane with features `x1`, `x2` and classes named by their number.
    static Dataset plane(double[] features, int[] labels, int classes) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add(Integer.toString(c));
        }
        return new Dataset(new Samples(features, 2, labels), List.of("x1", "x2"), names);
    }

    public int rows() {
        return samples.rows();
    }

    public int classes() {
        return classNames.size();
    }
}
