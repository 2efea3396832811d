package mlpexplorer.ui.controls;

import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text that can change many times per second without a layout pass: left- or right-aligned in a
/// field as wide as its template.
public final class FixedWidthText extends Region {
    private final Text text = new Text();
    private final Text template;
    private final HPos side;

    /// @param side alignment: left or right
    public FixedWidthText(String template, String styleClass, HPos side) {
        this.side = side;
        getStyleClass().add("steady-text");
        this.template = new Text(template);
        for (Text part : new Text[] {this.template, text}) {
            part.getStyleClass().add(styleClass);
            part.setManaged(false);
        }
        this.template.setOpacity(0);
        getChildren().addAll(this.template, text);
    }

    public void setText(String value) {
        text.setText(value);
        align();
    }

    public String getText() {
        return text.getText();
    }

    private void align() {
        text.setLayoutX(side == HPos.RIGHT ? getWidth() - text.getLayoutBounds().getWidth() : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(template.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(template.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    public double getBaselineOffset() {
        return -template.getLayoutBounds().getMinY();
    }

    @Override
    protected void layoutChildren() {
        template.setLayoutY(getBaselineOffset());
        text.setLayoutY(getBaselineOffset());
        align();
    }
}
