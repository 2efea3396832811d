package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.Wait;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Trainer;
import mlpexplorer.ui.boundary.PointQuery.Prediction;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.PlaneChoice;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.ui.workbench.ConfusionCell;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

class BoundaryViewModelTest {
    private final BoundaryViewModel model = new BoundaryViewModel(new CallingThreadJobs());

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void thereIsNothingAtFirst() {
        assertThat(model.stateProperty().get().content()).isEqualTo(new Content.Nothing());
        assertThat(model.read(0.5, 0.5)).isEmpty();
    }

    @Test
    void aFrameOfPlanePointsShowsAPlane() {
        Frame frame = frame(new DataSpec.Spiral());

        model.show(frame);

        assertThat(plane().split()).isSameAs(frame.split());
        assertThat(plane().domain()).isEqualTo(Domain.HOME);
    }

    @Test
    void oneFeatureIsNoPlane() {
        model.show(Runs.trained(Runs.split(1, 1, 2, 3, 4, 5, 6), Runs.SOFTMAX_REGRESSION, 0));

        assertThat(content()).isEqualTo(new Content.NoPlane(1));
        assertThat(model.read(0.5, 0.5)).isEmpty();
    }

    @Test
    void picturesAreNoPlane() {
        Samples samples =
                Samples.ofPixels(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, 4, new int[] {0, 1});
        Dataset pictures =
                new Dataset(
                        samples,
                        List.of("a", "b", "c", "d"),
                        List.of("0", "1"),
                        Optional.of(new ImageSize(2, 2)));

        model.show(
                Runs.trained(
                        new Split(pictures, new SplitSpec(1, 0, 0, false), 1),
                        Runs.SOFTMAX_REGRESSION,
                        0));

        assertThat(content()).isEqualTo(new Content.NoPlane(4));
    }

    @Test
    void threeFeaturesShowThePlaneOfTheirPrincipalComponents() {
        model.show(threeFeatures());

        assertThat(plane().view().choice()).isEqualTo(new PlaneChoice.Principal());
        assertThat(model.read(0.5, 0.5)).isPresent();
    }

    @Test
    void twoFeaturesCanBeChosenAndStayForDataOfTheSameKind() {
        model.show(threeFeatures());

        model.choose(new PlaneChoice.Features(2, 0));
        model.show(threeFeatures());

        assertThat(plane().view().choice()).isEqualTo(new PlaneChoice.Features(2, 0));
    }

    @Test
    void aPlaneThatTheDataDoNotHaveIsIgnored() {
        model.show(threeFeatures());

        model.choose(new PlaneChoice.Features(0, 3));

        assertThat(plane().view().choice()).isEqualTo(new PlaneChoice.Principal());
    }

    @Test
    void zoomingKeepsThePlaceUnderTheMouse() {
        model.show(frame(new DataSpec.Circles()));

        model.zoom(2, 0.75, 0.25);

        assertThat(plane().domain()).isEqualTo(new Domain(-1.5, 4.5, -1.5, 4.5));
        assertThat(model.read(0.75, 0.25).orElseThrow().x()).isEqualTo(3);
    }

    @Test
    void zoomingEndsAtAThousandthAndSixteenTimes() {
        model.show(frame(new DataSpec.Circles()));

        model.zoom(1e9, 0.5, 0.5);
        assertThat(plane().domain().width()).isCloseTo(0.012, within(1e-12));
        model.zoom(1e-9, 0.5, 0.5);
        assertThat(plane().domain().width()).isCloseTo(192, within(1e-9));
    }

    @Test
    void panningMovesThePlaneWithTheMouse() {
        model.show(frame(new DataSpec.Circles()));

        model.pan(0.25, -0.5);

        assertThat(plane().domain()).isEqualTo(new Domain(-9, 3, -12, 0));
        model.resetView();
        assertThat(plane().domain()).isEqualTo(Domain.HOME);
    }

    @Test
    void otherPointsOfTheSamePlaceAreSeenAtTheSameZoom() {
        model.show(frame(new DataSpec.Circles()));
        model.zoom(2, 0.5, 0.5);

        model.show(frame(new DataSpec.Circles(200, 0.2)));
        assertThat(plane().domain()).isEqualTo(new Domain(-3, 3, -3, 3));
        model.show(frame(new DataSpec.XorTable()));

        assertThat(plane().isAtDefaultView()).isTrue();
    }

    @Test
    void theMistakesAreThePointsThatTheNetworkGetsWrong() {
        Frame frame = frame(new DataSpec.Xor());
        model.show(frame);
        model.pulse(System.nanoTime());
        assertThat(model.mistakes().errorsProperty().get()).isEqualTo(new Mistakes.Errors.None());

        model.mistakes().wantedProperty().set(true);
        model.pulse(System.nanoTime());

        Split split = frame.split();
        double right =
                frame.metrics().train().metric() * split.train().rows()
                        + frame.metrics().validation().metric() * split.validation().rows()
                        + frame.metrics().test().metric() * split.test().rows();
        assertThat(wrong().cardinality())
                .isEqualTo(split.dataset().rows() - (int) Math.round(right));
        model.mistakes().wantedProperty().set(false);
        assertThat(model.mistakes().errorsProperty().get()).isEqualTo(new Mistakes.Errors.None());
    }

    @Test
    void aCellOfTheConfusionMatrixMarksItsPointsOnly() {
        Frame frame = frame(new DataSpec.Xor());
        model.show(frame);
        Split split = frame.split();

        int marked = 0;
        for (int truth = 0; truth < 2; truth++) {
            for (int predicted = 0; predicted < 2; predicted++) {
                model.mistakes()
                        .cellProperty()
                        .set(
                                Optional.of(
                                        new ConfusionCell(
                                                Split.Part.VALIDATION, truth, predicted)));
                model.pulse(System.nanoTime());
                marked += wrong().cardinality();
                for (int position : wrong().stream().toArray()) {
                    assertThat(position)
                            .isBetween(
                                    split.train().rows(),
                                    split.train().rows() + split.validation().rows() - 1);
                    assertThat(split.validation().label(position - split.train().rows()))
                            .isEqualTo(truth);
                }
            }
        }

        assertThat(marked).isEqualTo(split.validation().rows());
        model.mistakes().cellProperty().set(Optional.empty());
        assertThat(model.mistakes().errorsProperty().get()).isEqualTo(new Mistakes.Errors.None());
    }

    private BitSet wrong() {
        return ((Mistakes.Errors.Wrong) model.mistakes().errorsProperty().get()).positions();
    }

    private ClassColors colors() {
        return ((ClassPainter) model.stateProperty().get().painter()).colors();
    }

    @Test
    void theErrorsOfARegressionAreItsPredictionsInTheUnitsOfTheData() {
        Frame frame = frame(new DataSpec.HillsSurface());
        model.mistakes().wantedProperty().set(true);
        model.show(frame);
        model.pulse(System.nanoTime());

        double[] values =
                ((Mistakes.Errors.Predicted) model.mistakes().errorsProperty().get()).values();

        Split split = frame.split();
        double sum = 0;
        for (int i = 0; i < split.train().rows(); i++) {
            double residual = split.dataset().samples().target(split.row(i)) - values[i];
            sum += residual * residual;
        }
        assertThat(values).hasSize(300);
        assertThat(Math.sqrt(sum / split.train().rows()))
                .isCloseTo(split.rmse(frame.metrics().train().loss()), within(1e-9));
    }

    @Test
    void aReadingOfACurveIsItsValue() {
        Frame frame = frame(new DataSpec.Curve());
        model.show(frame);

        Prediction middle = model.read(0.5, 0.1).orElseThrow();

        assertThat(middle.outputs()).hasSize(1);
        assertThat(middle.outputs()).isEqualTo(model.read(0.5, 0.9).orElseThrow().outputs());
    }

    @Test
    void mistakesInOtherDataAreForgottenAtOnce() {
        model.mistakes().wantedProperty().set(true);
        model.show(frame(new DataSpec.Xor()));
        model.pulse(System.nanoTime());
        assertThat(wrong().isEmpty()).isFalse();

        model.show(frame(new DataSpec.Spiral()));

        assertThat(model.mistakes().errorsProperty().get()).isEqualTo(new Mistakes.Errors.None());
    }

    @Test
    void anotherFrameOfTheSameRunLooksTheSame() {
        Trainer trainer = Runs.trainer(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16);
        model.show(Runs.frame(trainer));
        List<BoundaryViewModel.PlotState> looks = new ArrayList<>();
        model.stateProperty().addListener((_, _, look) -> looks.add(look));

        trainer.epoch();
        model.show(Runs.frame(trainer));

        assertThat(looks).isEmpty();
    }

    @Test
    void thePainterHasTheColorsOfTheDatasClasses() {
        model.show(frame(new DataSpec.Spiral(300, 5, 1, 0.1)));

        assertThat(colors().classes()).isEqualTo(5);
    }

    @Test
    void aReadingIsWhatTheNewestParametersSay() {
        Trainer trainer = Runs.trainer(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16);
        model.show(Runs.frame(trainer));
        double[] before = model.read(0.5, 0.75).orElseThrow().outputs();

        trainer.epoch();
        model.show(Runs.frame(trainer));
        Prediction after = model.read(0.5, 0.75).orElseThrow();

        assertThat(after.x()).isEqualTo(0);
        assertThat(after.y()).isEqualTo(-3);
        assertThat(after.outputs()[0]).isNotEqualTo(before[0]);
        assertThat(after.outputs()[0] + after.outputs()[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void aChangeOfThemeAsksForAnotherPicture() {
        model.show(frame(new DataSpec.Circles()));
        Wait.until(this::fetched);

        model.themeProperty().set(Theme.DARK);

        Wait.until(() -> fetched() && colors().neutralArgb() == 0xff22272e);
    }

    @Test
    void discretizingAsksForAnotherPicture() {
        model.show(frame(new DataSpec.Circles()));
        Wait.until(this::fetched);

        model.discretizeProperty().set(true);

        Wait.until(this::fetched);
    }

    @Test
    void picturesOfAnotherStretchOfThePlaneAreNotShown() {
        model.show(frame(new DataSpec.Circles()));
        Wait.until(this::fetched);
        Frame table = frame(new DataSpec.XorTable());

        model.show(table);

        Wait.until(() -> {
            boolean[] here = {false};
            model.fetch(picture -> {
                assertThat(picture.domain()).isEqualTo(new Domain(-0.5, 1.5, -0.5, 1.5));
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

    private static Frame threeFeatures() {
        return Runs.trained(
                Runs.split(3, 1, 2, 3, 4, 5, 6, 0, 2, 9, 1, 1, 1), Runs.SOFTMAX_REGRESSION, 0);
    }

    private Content.Plane plane() {
        return (Content.Plane) content();
    }

    private Content content() {
        return model.stateProperty().get().content();
    }

    private boolean fetched() {
        boolean[] here = {false};
        model.fetch(_ -> here[0] = true);
        return here[0];
    }

    private static Frame frame(DataSpec.Synthetic data) {
        Split split = Runs.split(data);
        return Runs.trained(split, Runs.SOFTMAX_REGRESSION, 2);
    }
}
