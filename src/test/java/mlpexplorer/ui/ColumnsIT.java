package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The choice of the columns of a CSV file.
class ColumnsIT extends WindowTestCase {
    private static final Path CASES = Path.of("src/test/resources/mlpexplorer/data/io/cases");

    private void openTable(ThemeChoice theme, String name) {
        open(theme, new RunSpec());
        interact(() -> explorer().open(CASES.resolve(name)));
        await(() -> card().isVisible());
    }

    private Node card() {
        return lookup("#columns-card").query();
    }

    private DataSpec.Csv csv() {
        return (DataSpec.Csv) workbench().spec().data();
    }

    private CheckBox feature(int number) {
        return lookup("#columns-feature-" + number).queryAs(CheckBox.class);
    }

    @Test
    void theGuessIsExplainedAndOtherColumnsAreChosen() throws IOException {
        openTable(ThemeChoice.LIGHT, "06-index-column.csv");
        await(() -> frame().split().dataset().rows() == 60);
        assertThat(labelText("#columns-title")).isEqualTo("Columns of 06-index-column.csv");
        assertThat(labelText("#columns-notes"))
                .isEqualTo(
                        "The class is column 4 (kind), the last column. Column 1 numbers the rows,"
                                + " so it is not a feature unless you choose it.");
        assertThat(feature(1).isSelected()).isFalse();
        assertThat(feature(2).isSelected()).isTrue();
        assertThat(feature(4).isDisabled()).isTrue();
        take("columns-light");
        interact(() -> feature(3).fire());
        await(() -> frame().split().dataset().featureNames().equals(List.of("f1")));
        assertThat(csv().features()).containsExactly("f1");
        assertThat(feature(2).isDisabled()).isTrue();
        interact(() -> feature(3).fire());
        await(() -> csv().features().isEmpty());
        interact(() -> workbench().undo());
        await(() -> !feature(3).isSelected());
        assertThat(csv().features()).containsExactly("f1");
    }

    @Test
    void theClassColumnIsChosenByKeyboardAndByAClick() throws IOException {
        openTable(ThemeChoice.DARK, "13-class-first.csv");
        await(() -> frame().split().dataset().classes() == 3);
        await(() -> lookup("#columns-class").query().isFocused());
        take("columns-dark");
        ComboBox<?> list = lookup("#columns-class").queryAs(ComboBox.class);
        assertThat(list.getValue()).isEqualTo("1 · class");
        assertThat(list.getAccessibleText()).isEqualTo("Class or target");
        type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN);
        await(() -> frame().split().dataset().classes() == 58);
        assertThat(csv().classColumn()).contains("4");
        clickOn(
                (Node)
                        lookup(".columns-cell").queryAllAs(Label.class).stream()
                                .filter(cell -> cell.getText().equals("1"))
                                .findFirst()
                                .orElseThrow());
        await(() -> frame().split().dataset().classes() == 3);
        assertThat(csv().classColumn()).contains("1");
        type(KeyCode.ESCAPE);
        await(() -> !card().isVisible());
        clickOn("#data-columns");
        await(() -> card().isVisible());
    }

    @Test
    void aColumnOfNumbersIsDeclaredTheTargetOfARegression() throws IOException {
        openTable(ThemeChoice.LIGHT, "06-index-column.csv");
        await(() -> frame().split().dataset().rows() == 60);
        CheckBox numeric = lookup("#columns-numeric").queryAs(CheckBox.class);
        interact(() -> lookup("#columns-class").queryComboBox().getSelectionModel().select(2));
        await(() -> lookup("#columns-problem").query().isVisible());
        assertThat(labelText("#columns-problem")).contains("column 4 (kind)");
        interact(() -> feature(4).fire());
        await(() -> labelText("#columns-problem").contains("column 3 (f2)"));
        interact(numeric::fire);
        await(() -> frame().mlp().task() instanceof Task.Regression);
        assertThat(csv().target()).contains(csv().labelColumn().orElseThrow());
        assertThat(csv().classColumn()).isEmpty();
        await(() -> phase() instanceof Phase.Finished);
        take("columns-target");
        interact(() -> workbench().undo());
        await(() -> frame().mlp().task() instanceof Task.Classification);
        await(() -> !numeric.isSelected());
    }

    @Test
    void rowsWithMissingValuesAreLeftOutOnRequest() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        RunSpec before = workbench().spec();
        interact(() -> explorer().open(CASES.resolve("10-missing.csv")));
        await(() -> card().isVisible());
        await(() -> lookup("#columns-problem").query().isVisible());
        assertThat(labelText("#status-notice"))
                .isEqualTo("10-missing.csv cannot be used as is. Choose its columns");
        assertThat(labelText("#columns-problem")).contains("line 9", "1 row has missing values");
        assertThat(workbench().spec()).isEqualTo(before);
        CheckBox missing = lookup("#columns-missing").queryAs(CheckBox.class);
        assertThat(missing.getText()).isEqualTo("Leave out the row with missing values");
        take("columns-missing");
        clickOn(missing);
        await(() -> workbench().spec().data() instanceof DataSpec.Csv);
        await(() -> frame().split().dataset().rows() == 23);
        assertThat(csv().missing()).isEqualTo(DataSpec.Missing.SKIP);
        assertThat(lookup("#columns-problem").query().isVisible()).isFalse();
        assertThat(labelText("#columns-notes")).endsWith("1 row with missing values was left out.");
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Xor())));
        await(() -> !card().isVisible());
    }
}
