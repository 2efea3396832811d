package mlpexplorer.ui.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.fx.ClassColors;

/// The numbers under the cursor: x₁, x₂ and the probability of each class, in places of fixed width, so that nothing moves
/// while they change. Places are made anew only for other data.
final class Readout extends WrappingRow {
    private static final String NONE = "–";
    /// More classes than this are told with two decimals.
    private static final int FEW = 5;

    private static final int TICKS = 10;

    private record Key(Domain domain, String across, String up, List<String> classNames, ClassColors colors) {}

    private final Words words;
    private final List<SteadyText> probabilities = new ArrayList<>();
    private Optional<Key> shown = Optional.empty();
    private SteadyText x = number("boundary-x1", "");
    private SteadyText y = number("boundary-x2", "");
    private Ticks xNumbers = new Ticks(0, 1, 1);
    private Ticks yNumbers = xNumbers;
    private String format = "%.3f";

    Readout(Words words) {
        super("boundary-readout");
        this.words = words;
    }

    void show(Content.Plane plane, ClassColors colors) {
        Key wanted = new Key(
                plane.domain(), words.shortAxis(plane, true), words.shortAxis(plane, false), plane.dataset().classNames(), colors);
        if (shown.filter(wanted::equals).isEmpty()) {
            shown = Optional.of(wanted);
            fill(wanted);
            write(Optional.empty());
        }
    }

    void clear() {
        shown = Optional.empty();
        getChildren().clear();
        probabilities.clear();
    }

    private void fill(Key key) {
        Domain domain = key.domain();
        xNumbers = Ticks.over(domain.left(), domain.right(), TICKS);
        yNumbers = Ticks.over(domain.bottom(), domain.top(), TICKS);
        format = key.classNames().size() <= FEW ? "%.3f" : "%.2f";
        x = number("boundary-x1", widest(xNumbers));
        y = number("boundary-x2", widest(yNumbers));
        getChildren().setAll(
                place(new Label(key.across()), x),
                place(new Label(key.up()), y));
        getChildren().add(new Label(words.text("readout.p")));
        probabilities.clear();
        for (int c = 0; c < key.classNames().size(); c++) {
            Label name = new Label("", Legend.marker(c, key.colors()));
            name.setAccessibleText(words.text("readout.probability", words.className(key.classNames().get(c))));
            probabilities.add(number("boundary-p" + c, String.format(Locale.ROOT, format, 1.0)));
            getChildren().add(place(name, probabilities.get(c)));
        }
    }

    private static SteadyText number(String id, String template) {
        SteadyText number = new SteadyText(template, "boundary-number");
        number.setId(id);
        return number;
    }

    /// Writes a reading, or dashes.
    void write(Optional<Reading> reading) {
        x.setText(reading.map(at -> xNumbers.fine(at.x())).orElse(NONE));
        y.setText(reading.map(at -> yNumbers.fine(at.y())).orElse(NONE));
        for (int c = 0; c < probabilities.size(); c++) {
            int label = c;
            probabilities.get(c).setText(reading.map(at -> probability(at.probabilities()[label])).orElse(NONE));
        }
    }

    private String probability(double p) {
        return Double.isNaN(p) ? NONE : String.format(Locale.ROOT, format, p);
    }

    private static String widest(Ticks numbers) {
        String low = numbers.fine(numbers.low());
        String high = numbers.fine(numbers.high());
        return low.length() > high.length() ? low : high;
    }

    private static Node place(Label name, SteadyText number) {
        HBox place = new HBox(name, number);
        place.getStyleClass().add("boundary-reading");
        return place;
    }
}
