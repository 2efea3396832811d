package mlpexplorer.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A collapsible section of the sidebar: the header is a button (Space or Enter; Left collapses,
/// Right expands), and while collapsed it shows a one-line summary of its content.
///
/// Node ids: `<id>` the section, `<id>-header` the button, `<id>-content` the content.
public final class Section extends VBox {

    private final ToggleButton header = new ToggleButton();
    private final VBox content = new VBox();
    private final StringProperty summary = new SimpleStringProperty(this, "summary", "");

    /// An expanded section with `children` in a column.
    public Section(ControlLabel caption, Node... children) {
        getStyleClass().add("section");
        setId(caption.id());
        content.setId(caption.part("content").id());
        content.getStyleClass().add("section-content");
        content.getChildren().addAll(children);
        content.visibleProperty().bind(expandedProperty());
        content.managedProperty().bind(expandedProperty());
        caption.part("header").describe(header);
        header.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> accessible(caption), expandedProperty(), summary));
        header.getStyleClass().add("section-header");
        header.setMaxWidth(Double.MAX_VALUE);
        header.setGraphic(headline(caption.label()));
        header.setSelected(true);
        header.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> setExpanded(false);
                case RIGHT -> setExpanded(true);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        getChildren().addAll(header, content);
        expandedProperty().subscribe(this::fold);
    }

    /// Collapsed content is not part of the scene before the window opens, so it need not be
    /// styled.
    private void fold(boolean expanded) {
        if (!expanded && getScene() == null) {
            getChildren().remove(content);
        } else if (expanded && !getChildren().contains(content)) {
            getChildren().add(content);
        }
    }

    /// The column of the children.
    public Pane content() {
        return content;
    }

    public BooleanProperty expandedProperty() {
        return header.selectedProperty();
    }

    public boolean isExpanded() {
        return header.isSelected();
    }

    public void setExpanded(boolean expanded) {
        header.setSelected(expanded);
    }

    /// The summary shown while collapsed, one line; empty by default.
    public StringProperty summaryProperty() {
        return summary;
    }

    private String accessible(ControlLabel caption) {
        return isExpanded()
                ? Messages.text("control.section.expanded", caption.label())
                : Messages.text(
                        "control.section.collapsed",
                        (caption.label() + " " + summary.get()).strip());
    }

    private HBox headline(String title) {
        Region chevron = new Region();
        chevron.getStyleClass().add("chevron");
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label brief = new Label();
        brief.getStyleClass().add("section-summary");
        brief.textProperty().bind(summary);
        brief.visibleProperty().bind(expandedProperty().not());
        brief.setMinWidth(0);
        brief.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(brief, Priority.ALWAYS);
        HBox line = new HBox(chevron, name, brief);
        line.getStyleClass().add("section-headline");
        line.prefWidthProperty().bind(header.widthProperty().subtract(headerInset()));
        return line;
    }

    private DoubleBinding headerInset() {
        return Bindings.createDoubleBinding(
                () -> header.getInsets().getLeft() + header.getInsets().getRight(),
                header.insetsProperty());
    }
}
