package mlpexplorer.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.curves.LearningCurves;
import mlpexplorer.ui.network.NetworkView;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Arranges the plots in a split pane. In the charts layout, the boundary is beside the tabs. In
/// the network layout, the network is on the left and its output, the boundary, on the right above
/// the loss curve; in a wide window the tabs are beside both.
final class PlotArrangement implements LivePart {
    /// The width of the plots in a window of 1600 pixels.
    private static final double WIDE = 1290;

    private static final double MIN_OUTPUT = 376;
    private static final double DEFAULT_OUTPUT = 420;
    private static final double MIN_NETWORK = 352;
    private static final double CHARTS = 430;
    private static final double LOSS_HEIGHT = 176;

    /// The height beside the square of the boundary in the network layout, minus the width.
    private static final double AROUND = LOSS_HEIGHT + 66;

    private final SplitPane split;
    private final Region main;
    private final NetworkView network;
    private final LearningCurves curves;
    private final TabPane side;
    private final List<Tab> tabs;
    private final VBox output = new VBox();
    private final BooleanProperty networkLayout =
            new SimpleBooleanProperty(this, "networkLayout", false);

    /// The dividers that the user has moved.
    private final Map<Kind, double[]> moved = new EnumMap<>(Kind.class);

    private Kind kind = Kind.CHARTS;

    private enum Kind {
        CHARTS,
        NETWORK,
        WIDE_NETWORK
    }

    /// @param main the boundary
    /// @param side tabs with the curves first and the network second
    PlotArrangement(
            SplitPane split,
            Region main,
            NetworkView network,
            LearningCurves curves,
            TabPane side) {
        this.split = split;
        this.main = main;
        this.network = network;
        this.curves = curves;
        this.side = side;
        tabs = List.copyOf(side.getTabs());
        output.getStyleClass().add("network-output");
        VBox.setVgrow(main, Priority.ALWAYS);
        split.getItems().setAll(main, side);
        split.setDividerPositions(BoundaryWidth.MIN_FRACTION);
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        networkLayout.addListener(_ -> arrange());
    }

    private void dragged(MouseEvent drag) {
        if (drag.getTarget() instanceof Node node && isDivider(node)) {
            moved.put(kind, split.getDividerPositions());
        }
    }

    private static boolean isDivider(Node node) {
        return node.getStyleClass().contains("split-pane-divider")
                || (node.getParent() != null
                        && node.getParent().getStyleClass().contains("split-pane-divider"));
    }

    /// Whether the network and its output are shown instead of the boundary and the tabs.
    BooleanProperty networkLayoutProperty() {
        return networkLayout;
    }

    /// The index of the selected tab.
    int tab() {
        return Math.max(0, tabs.indexOf(side.getSelectionModel().getSelectedItem()));
    }

    /// The boundary's share of the width in the charts layout, if set by the user.
    OptionalDouble divider() {
        keep();
        double[] positions = moved.get(Kind.CHARTS);
        return positions == null ? OptionalDouble.empty() : OptionalDouble.of(positions[0]);
    }

    /// Restores the tab and the divider of the charts layout.
    void restore(int tab, OptionalDouble divider) {
        if (tab < tabs.size() && side.getTabs().contains(tabs.get(tab))) {
            side.getSelectionModel().select(tabs.get(tab));
        }
        moved.remove(Kind.CHARTS);
        divider.ifPresent(share -> moved.put(Kind.CHARTS, new double[] {share}));
        if (kind == Kind.CHARTS) {
            divider.ifPresent(split::setDividerPositions);
        }
    }

    /// Adapts to the width of the window.
    @Override
    public void pulse(long now) {
        arrange();
    }

    private void arrange() {
        Kind wanted =
                !networkLayout.get()
                        ? Kind.CHARTS
                        : split.getWidth() >= WIDE ? Kind.WIDE_NETWORK : Kind.NETWORK;
        if (wanted == kind) {
            return;
        }
        keep();
        kind = wanted;
        split.getItems().clear();
        output.getChildren().clear();
        tabs.forEach(tab -> {
            if (tab.getContent() == curves || tab.getContent() == network) {
                tab.setContent(null);
            }
        });
        boolean charts = kind == Kind.CHARTS;
        Tab selected = side.getSelectionModel().getSelectedItem();
        side.getTabs().setAll(charts ? tabs : tabs.stream().filter(t -> t != tabs.get(1)).toList());
        if (side.getTabs().contains(selected)) {
            side.getSelectionModel().select(selected);
        }
        network.layerButtonsProperty().set(!charts);
        network.setMinWidth(charts ? Region.USE_COMPUTED_SIZE : MIN_NETWORK);
        curves.lossOnlyProperty().set(kind == Kind.NETWORK);
        curves.setMinHeight(kind == Kind.NETWORK ? LOSS_HEIGHT : Region.USE_COMPUTED_SIZE);
        if (charts) {
            tabs.get(1).setContent(network);
        }
        if (kind != Kind.NETWORK) {
            tabs.getFirst().setContent(curves);
        }
        switch (kind) {
            case CHARTS -> split.getItems().setAll(main, side);
            case NETWORK -> {
                output.getChildren().setAll(main, curves);
                split.getItems().setAll(network, output);
            }
            case WIDE_NETWORK -> split.getItems().setAll(network, main, side);
        }
        double[] positions = moved.get(kind);
        split.setDividerPositions(positions == null ? defaults() : positions);
    }

    /// Remembers where moved dividers are.
    private void keep() {
        if (moved.containsKey(kind)) {
            moved.put(kind, split.getDividerPositions());
        }
    }

    private double[] defaults() {
        double width = split.getWidth();
        double window = split.getScene() == null ? 0 : split.getScene().getHeight();
        if (width <= 0) {
            return new double[] {BoundaryWidth.MIN_FRACTION};
        }
        return switch (kind) {
            case CHARTS -> new double[] {BoundaryWidth.share(width, window)};
            case NETWORK -> {
                double most = Math.max(DEFAULT_OUTPUT, width / 2);
                double wanted = Math.clamp(split.getHeight() - AROUND, DEFAULT_OUTPUT, most);
                yield new double[] {1 - wanted / width};
            }
            case WIDE_NETWORK -> {
                double both = Math.max(2 * MIN_OUTPUT, width - CHARTS);
                double wanted = BoundaryWidth.share(both, window) * both;
                double boundary = Math.clamp(wanted, MIN_OUTPUT, both / 2);
                yield new double[] {(both - boundary) / width, Math.min(1, both / width)};
            }
        };
    }

    /// Moves the dividers to their default positions unless the user has moved them. Call after
    /// layout; returns whether another layout is needed.
    boolean place() {
        double[] wanted = defaults();
        double[] now = split.getDividerPositions();
        if (moved.containsKey(kind) || split.getWidth() <= 0 || now.length != wanted.length) {
            return false;
        }
        boolean off = false;
        for (int i = 0; i < now.length; i++) {
            off |= Math.abs(wanted[i] - now[i]) * split.getWidth() > 1;
        }
        if (off) {
            split.setDividerPositions(wanted);
        }
        return off;
    }
}
