package mlpexplorer.ui.charts;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text that changes many times a second in a place that never changes size: it is as wide as its template, so a new text causes
/// no layout anywhere.
final class FixedText extends Region {
    private final Text text = new Text();
    private final Text template;

    FixedText(String template, String styleClass) {
        this.template = new Text(template);
        getStyleClass().add("fixed-text");
        text.getStyleClass().add(styleClass);
        this.template.getStyleClass().add(styleClass);
        text.setManaged(false);
        this.template.setManaged(false);
        this.template.setVisible(false);
        getChildren().addAll(this.template, text);
    }

    void setText(String value) {
        text.setText(value);
    }

    String getText() {
        return text.getText();
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
        text.setLayoutY(getBaselineOffset());
    }
}
