package mlpexplorer.ui.boundary;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text that may change many times a second without any layout: it stands at the right of a place as wide as its template.
final class SteadyText extends Region {
    private final Text text = new Text();
    private final Text template;

    SteadyText(String template, String styleClass) {
        this.template = new Text(template);
        for (Text part : new Text[] {this.template, text}) {
            part.getStyleClass().add(styleClass);
            part.setManaged(false);
        }
        this.template.setOpacity(0);
        getChildren().addAll(this.template, text);
    }

    void setText(String value) {
        text.setText(value);
        alignRight();
    }

    String getText() {
        return text.getText();
    }

    private void alignRight() {
        text.setLayoutX(getWidth() - text.getLayoutBounds().getWidth());
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
        alignRight();
    }
}
