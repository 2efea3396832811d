package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Trainer;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.fx.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundaryViewModelTest {
    private final BoundaryViewModel model = new BoundaryViewModel();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void thereIsNothingAtFirst() {
        assertThat(model.lookProperty().get().content()).isEqualTo(new Content.Nothing());
        assertThat(model.read(0.5, 0.5)).isEmpty();
    }

    @Test
    void aFrameOfPlanePointsShowsAPlane() {
        Frame frame = frame(new DataSpec.Spiral());

        model.show(frame);

        assertThat(content()).isEqualTo(new Content.Plane(frame.split(), Domain.HOME));
    }

    @Test
    void moreThanTwoFeaturesAreNoPlane() {
        model.show(Runs.trained(Runs.split(3, 1, 2, 3, 4, 5, 6), Runs.SOFTMAX_REGRESSION, 0));

        assertThat(content()).isEqualTo(new Content.NoPlane(3));
        assertThat(model.read(0.5, 0.5)).isEmpty();
    }

    @Test
    void anotherFrameOfTheSameRunLooksTheSame() {
        Trainer trainer = Runs.trainer(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16);
        model.show(Runs.frame(trainer));
        List<BoundaryViewModel.Look> looks = new ArrayList<>();
        model.lookProperty().addListener((_, _, look) -> looks.add(look));

        trainer.epoch();
        model.show(Runs.frame(trainer));

        assertThat(looks).isEmpty();
    }

    @Test
    void thePainterHasTheColoursOfTheDatasClasses() {
        model.show(frame(new DataSpec.Spiral(300, 5, 1, 0.1)));

        assertThat(model.lookProperty().get().painter().colors().classes()).isEqualTo(5);
    }

    @Test
    void aReadingIsWhatTheNewestParametersSay() {
        Trainer trainer = Runs.trainer(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16);
        model.show(Runs.frame(trainer));
        double[] before = model.read(0.5, 0.75).orElseThrow().probabilities();

        trainer.epoch();
        model.show(Runs.frame(trainer));
        Reading after = model.read(0.5, 0.75).orElseThrow();

        assertThat(after.x()).isEqualTo(0);
        assertThat(after.y()).isEqualTo(-3);
        assertThat(after.probabilities()[0]).isNotEqualTo(before[0]);
        assertThat(after.probabilities()[0] + after.probabilities()[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void aChangeOfThemeAsksForAnotherPicture() {
        model.show(frame(new DataSpec.Circles()));
        await(this::fetched);

        model.themeProperty().set(Theme.DARK);

        await(() -> fetched() && model.lookProperty().get().painter().colors().neutralArgb() == 0xff22272e);
    }

    @Test
    void discretizingAsksForAnotherPicture() {
        model.show(frame(new DataSpec.Circles()));
        await(this::fetched);

        model.discretizeProperty().set(true);

        await(this::fetched);
    }

    @Test
    void picturesOfAnotherStretchOfThePlaneAreNotShown() {
        model.show(frame(new DataSpec.Circles()));
        await(this::fetched);
        Frame table = frame(new DataSpec.XorTable());
        Domain domain = new Domain(-0.5, 1.5, -0.5, 1.5);

        model.show(table);

        await(() -> {
            boolean[] here = {false};
            model.fetch(picture -> {
                assertThat(picture.fits(domain, 2)).isTrue();
                here[0] = true;
            });
            return here[0];
        });
    }

    @Test
    void clearingForgetsTheRun() {
        model.show(frame(new DataSpec.Circles()));

        model.clear();

        assertThat(content()).isEqualTo(new Content.Nothing());
        assertThat(model.read(0.5, 0.5)).isEmpty();
    }

    private Content content() {
        return model.lookProperty().get().content();
    }

    private boolean fetched() {
        boolean[] here = {false};
        model.fetch(_ -> here[0] = true);
        return here[0];
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Frame frame(DataSpec.Plane data) {
        Split split = Runs.split(data);
        return Runs.trained(split, Runs.SOFTMAX_REGRESSION, 2);
    }
}
