package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rare states, with pictures in `target/screenshots`: very many classes, the keyboard in use.
class RareStatesIT extends WindowTestCase {
    private static final int LETTERS = 26;

    @Test
    void sixAndTwentyClassesLeaveThePictureItsRoom() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(letters(LETTERS, "")));
        selectTab("#side-tabs", "confusion-tab");
        await(() -> lookup("#confusion-accuracy").queryAs(Label.class).getText().endsWith("of 52"));
        take("many-classes");
        assertThat(lookup("#boundary-legend").queryAs(Region.class).getHeight()).isLessThan(70);
        assertThat(lookup("#boundary-surface").queryAs(Region.class).getHeight())
                .isGreaterThan(360);
    }

    @Test
    void longNamesOfSevenClassesAreReadUpwards() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(letters(7, "class named ")));
        selectTab("#side-tabs", "confusion-tab");
        await(() -> lookup("#confusion-accuracy").queryAs(Label.class).getText().endsWith("of 14"));
        take("long-classes");
        assertThat(lookup("#confusion-matrix").queryAs(Region.class).getHeight())
                .isGreaterThan(200);
        assertThat(
                        from(lookup("#confusion-table"))
                                .lookup(".table-cell .text")
                                .queryAllAs(Text.class))
                .extracting(Text::getText)
                .anySatisfy(name -> assertThat(name).matches("cla.*\\.\\.\\..*d A"));
    }

    @Test
    void longNamesOfManyClassesAreCutAndTheLikeliestAreTold() throws IOException {
        open(ThemeChoice.DARK, new RunSpec().withData(letters(LETTERS, "a very long name ")));
        selectTab("#side-tabs", "confusion-tab");
        moveTo(on("#boundary-surface", 0.4, 0.4));
        take("many-long-classes");
        assertThat(lookup("#boundary-legend .label").queryAllAs(Label.class))
                .anySatisfy(label -> assertThat(label.getText()).isEqualTo("a ver…me A"));
        List<Double> told =
                IntStream.range(0, 3).mapToObj(rank -> Double.valueOf(probability(rank))).toList();
        assertThat(told.reversed()).isSorted();
    }

    @Test
    void theKeyboardIsSeenWhereverItIs() throws IOException {
        open(ThemeChoice.DARK, new RunSpec());
        for (String stop :
                List.of("explore-page-button", "pace-slider", "standardize-field", "side-tabs")) {
            interact(() -> lookup("#" + stop).query().requestFocus());
            push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.TAB);
            take("focus-" + stop + "");
            assertThat(lookup("#" + stop).query().isFocusVisible()).as(stop).isTrue();
        }
    }

    private String probability(int rank) {
        Region place = lookup("#boundary-p" + rank).queryAs(Region.class);
        return place.getChildrenUnmodifiable().stream()
                .map(Text.class::cast)
                .filter(text -> text.getOpacity() > 0)
                .findFirst()
                .orElseThrow()
                .getText();
    }

    /// Ten points of each letter around a circle.
    private DataSpec letters(int classes, String before) throws IOException {
        Path file = home.resolve("letters.csv");
        Files.writeString(
                file,
                IntStream.range(0, 10 * classes)
                        .mapToObj(row ->
                                String.format(
                                        Locale.ROOT,
                                        "%.3f,%.3f,%s%c",
                                        (2 + row / classes * 0.3)
                                                * Math.cos(2 * Math.PI * row / classes),
                                        (2 + row / classes * 0.3)
                                                * Math.sin(2 * Math.PI * row / classes),
                                        before,
                                        'A' + row % classes))
                        .collect(Collectors.joining("\n")));
        return new DataSpec.Csv(file.toString());
    }
}
