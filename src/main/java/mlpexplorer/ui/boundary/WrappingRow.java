package mlpexplorer.ui.boundary;

import javafx.scene.layout.FlowPane;

/// A centered, wrapping row that never gets less height than it needs, and at least one line while
/// empty.
abstract class WrappingRow extends FlowPane {
    private static final double LINE = 20;

    WrappingRow(String name) {
        setId(name);
        getStyleClass().addAll("boundary-row", name);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(LINE, super.computePrefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
