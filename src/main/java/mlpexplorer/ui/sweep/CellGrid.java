package mlpexplorer.ui.sweep;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Rotate;

import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

import java.util.List;

/// The cells of a sweep in columns and rows, with the values of the axes above and beside them. The
/// selected cell is focusable; arrow keys move to its neighbors, Enter opens it.
final class CellGrid extends Region {
    private static final double GAP = 6;
    private static final double TITLE = 22;
    private static final double HEAD = 20;
    private static final double ROW_HEAD_GAP = 8;

    private final GridLayout layout;
    private final List<Overlay> faces;
    private final Actions actions;
    private final Label across;
    private final Label down;
    private final List<Label> columns;
    private final List<Label> rows;
    private double cellWidth = 80;
    private double cellHeight = 80;

    /// @param id prefix of the cell ids: `<id>-cell-0` and so on
    /// @param faces the cells in order
    CellGrid(String id, GridLayout layout, List<Overlay> faces, Actions actions) {
        setId(id + "-grid");
        this.layout = layout;
        this.faces = faces;
        this.actions = actions;
        across = label(layout.axisTitle(0), "sweep-axis-title");
        down = label(layout.axisTitle(1), "sweep-axis-title");
        down.getTransforms().add(new Rotate(-90));
        columns =
                layout.axisValues(0).stream()
                        .map(value -> label(value, "sweep-axis-value"))
                        .toList();
        rows =
                layout.axisValues(1).stream()
                        .map(value -> label(value, "sweep-axis-value"))
                        .toList();
        rows.forEach(label -> label.setAlignment(Pos.CENTER_RIGHT));
        getStyleClass().add("cell-grid");
        getChildren().addAll(across, down);
        getChildren().addAll(columns);
        getChildren().addAll(rows);
        getChildren().addAll(faces);
        for (int cell = 0; cell < faces.size(); cell++) {
            faces.get(cell).setId(id + "-cell-" + cell);
            listen(cell);
        }
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private void listen(int cell) {
        Overlay face = faces.get(cell);
        Tooltips.explain(face, Messages.text("sweep.cell.tip"));
        face.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                face.requestFocus();
                actions.select(cell);
                if (event.getClickCount() == 2) {
                    actions.open(cell);
                }
                event.consume(); // otherwise the scroll pane takes the focus
            }
        });
        face.setOnKeyPressed(event -> key(cell, event));
    }

    private void key(int cell, KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(layout.column(cell) - 1, layout.row(cell));
            case RIGHT -> go(layout.column(cell) + 1, layout.row(cell));
            case UP -> go(layout.column(cell), layout.row(cell) - 1);
            case DOWN -> go(layout.column(cell), layout.row(cell) + 1);
            case ENTER -> actions.open(cell);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int column, int row) {
        if (column >= 0 && column < layout.columns() && row >= 0 && row < layout.rows()) {
            int cell = layout.cell(column, row);
            actions.select(cell);
            faces.get(cell).requestFocus();
        }
    }

    void select(int cell) {
        for (int i = 0; i < faces.size(); i++) {
            faces.get(i).selected(i == cell);
        }
    }

    /// The space for cells within `width` × `height`.
    double columnRoom(double width) {
        return (width - left()) / layout.columns() - GAP;
    }

    double rowRoom(double height) {
        return (height - top()) / layout.rows() - GAP;
    }

    void cellSize(double width, double height) {
        if (width != cellWidth || height != cellHeight) {
            cellWidth = Math.rint(width);
            cellHeight = Math.rint(height);
            requestLayout();
        }
    }

    private double left() {
        double widest = rows.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
        return down.getText().isEmpty() ? 0 : Math.ceil(TITLE + widest + ROW_HEAD_GAP);
    }

    private double top() {
        return across.getText().isEmpty() ? 0 : TITLE + HEAD;
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + layout.columns() * (cellWidth + GAP) - GAP + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return top() + layout.rows() * (cellHeight + GAP) - GAP;
    }

    @Override
    protected void layoutChildren() {
        double left = left();
        double top = top();
        double width = layout.columns() * (cellWidth + GAP) - GAP;
        double height = layout.rows() * (cellHeight + GAP) - GAP;
        across.resizeRelocate(left, 0, width, TITLE);
        down.resizeRelocate(0, top + height, height, TITLE);
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column)
                    .resizeRelocate(left + column * (cellWidth + GAP), TITLE, cellWidth, HEAD);
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row)
                    .resizeRelocate(
                            TITLE,
                            top + row * (cellHeight + GAP),
                            Math.max(0, left - TITLE - ROW_HEAD_GAP),
                            cellHeight);
        }
        for (int cell = 0; cell < faces.size(); cell++) {
            faces.get(cell)
                    .resizeRelocate(
                            left + layout.column(cell) * (cellWidth + GAP),
                            top + layout.row(cell) * (cellHeight + GAP),
                            cellWidth,
                            cellHeight);
        }
    }

    /// The actions of a cell.
    interface Actions {

        /// Selects the cell.
        void select(int cell);

        /// Opens the run of the cell on the Explore page.
        void open(int cell);
    }

    /// A cell of a [CellGrid]: a picture, hatched if runs diverged, with text on top.
    static final class Overlay extends StackPane {
        private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

        private final Region hatch = new Region();
        private final Region ring = new Region();

        /// @param below height at the bottom that is never hatched
        Overlay(Node picture, Node description, double below) {
            getStyleClass().add("sweep-cell");
            setAccessibleRole(AccessibleRole.BUTTON);
            hatch.getStyleClass().add("sweep-hatch");
            hatch.setMouseTransparent(true);
            hatch.setVisible(false);
            ring.getStyleClass().addAll("sweep-ring", "no-picture");
            ring.setMouseTransparent(true);
            setMargin(hatch, new Insets(0, 0, below, 0));
            getChildren().addAll(picture, hatch, description, ring);
        }

        void hatched(boolean diverged) {
            hatch.setVisible(diverged);
        }

        void selected(boolean now) {
            pseudoClassStateChanged(SELECTED, now);
            setFocusTraversable(now);
        }
    }
}
