package mlpexplorer.ui.runs;

import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.controls.Messages;

/// The name of a run, editable by double-click or F2: Enter or losing the focus applies, Escape
/// cancels.
final class NameCell extends TableCell<RunSummary, RunSummary> {
    private final RunsViewModel model;
    private final TextField field = new TextField();

    NameCell(RunsViewModel model) {
        this.model = model;
        field.setId("runs-name-field");
        field.setAccessibleText(Messages.text("runs.column.name"));
        field.getStyleClass().add("name-field");
        field.setOnAction(_ -> keep());
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && isEditing()) {
                        keep();
                    }
                });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
    }

    @Override
    public void startEdit() {
        if (!isEmpty()) {
            super.startEdit();
            field.setText(getItem().title());
            setText("");
            setGraphic(field);
            field.selectAll();
            field.requestFocus();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        show();
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (!isEditing()) {
            show();
        }
    }

    private void keep() {
        RunSummary run = getItem();
        String name = field.getText();
        cancelEdit();
        getTableView().requestFocus();
        model.rename(run, name);
    }

    private void show() {
        setGraphic(null);
        setText(isEmpty() || getItem() == null ? "" : getItem().title());
    }
}
