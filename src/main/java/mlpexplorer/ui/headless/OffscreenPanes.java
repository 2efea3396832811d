package mlpexplorer.ui.headless;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import mlpexplorer.data.Split.Part;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.ui.boundary.BoundaryView;
import mlpexplorer.ui.charts.ChartView;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.curves.LearningCurves;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.PictureFile;
import mlpexplorer.ui.landscape.LandscapeView;
import mlpexplorer.ui.network.NetworkView;
import mlpexplorer.ui.settings.Settings.PictureOptions.Format;
import mlpexplorer.ui.sweep.RepeatCharts;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The plot panes of a workbench, each laid out at its own size without a window. FX thread.
final class OffscreenPanes implements LivePart {
    private static final double CHART_WIDTH = 720;
    private static final double CHART_HEIGHT = 420;
    private static final double CONTROLS_HEIGHT = 50;
    private static final double BOUNDARY_WIDTH = 640;
    private static final double BOUNDARY_HEIGHT = 720;
    private static final double NETWORK_WIDTH = 960;
    private static final double NETWORK_HEIGHT = 640;

    private final RunPictures.Look look;
    private final Theme theme;
    private final Workbench workbench;
    private final BoundaryView boundary = new BoundaryView();
    private final LearningCurves curves;
    private final NetworkView network;
    private final LandscapeView landscape;
    private final List<Scene> scenes;
    private Optional<RepeatCharts> repeats = Optional.empty();

    /// Shows the run of `workbench`, which the caller still owns.
    OffscreenPanes(Workbench workbench, RunPictures.Look look) {
        this.look = look;
        this.workbench = workbench;
        curves = new LearningCurves(workbench);
        network = new NetworkView(workbench);
        landscape = new LandscapeView(workbench);
        curves.testHiddenProperty().set(look.testHidden());
        look.landscape().ifPresent(this::choose);
        theme = look.dark() ? Theme.DARK : Theme.LIGHT;
        scenes =
                new ArrayList<>(
                        List.of(
                                scene(boundary, BOUNDARY_WIDTH, BOUNDARY_HEIGHT, theme),
                                scene(
                                        curves,
                                        CHART_WIDTH,
                                        2 * CHART_HEIGHT + CONTROLS_HEIGHT,
                                        theme),
                                scene(network, NETWORK_WIDTH, NETWORK_HEIGHT, theme),
                                scene(landscape, BOUNDARY_WIDTH, BOUNDARY_HEIGHT, theme)));
        layOut();
        workbench.frameProperty().subscribe(frame -> frame.ifPresent(boundary::show));
    }

    private void choose(RunPictures.Landscape wanted) {
        landscape.kindProperty().set(wanted.plane());
        landscape.partProperty().set(wanted.validation() ? Part.VALIDATION : Part.TRAIN);
        landscape.factorProperty().set(wanted.extent());
        landscape.seedProperty().set(wanted.seed());
    }

    /// Whether the landscape is computed, if it is wanted. Throws [UserError] if there is none.
    boolean isReady() {
        if (look.landscape().isPresent() && !landscape.problem().isEmpty()) {
            throw UserError.input(landscape.problem());
        }
        return look.landscape().isEmpty() || landscape.landscape().isPresent();
    }

    /// The losses of the landscape as a CSV file, if it is wanted.
    Optional<AtomicFile.Content> losses() {
        return look.landscape().flatMap(_ -> landscape.table().map(table -> table));
    }

    /// Shows these bands in place of the curves of the run.
    void show(RepeatCharts.Bands bands) {
        RepeatCharts charts = new RepeatCharts();
        for (ChartView chart : List.of(charts.loss(), charts.accuracy())) {
            scenes.add(scene(new StackPane(chart), CHART_WIDTH, CHART_HEIGHT, theme));
        }
        charts.showTitled(bands, workbench.spec().data().metric());
        repeats = Optional.of(charts);
    }

    /// Whether test curves are omitted.
    BooleanProperty testHiddenProperty() {
        return curves.testHiddenProperty();
    }

    private static Scene scene(Region view, double width, double height, Theme theme) {
        Scene scene = new Scene(view, width, height);
        theme.applyTo(scene);
        return scene;
    }

    /// Takes a snapshot, since a scene without a window is laid out only then.
    private void layOut() {
        scenes.forEach(scene -> scene.snapshot(null));
    }

    /// Updates the panes with finished results. Call once per pulse.
    @Override
    public void pulse(long now) {
        curves.pulse(now);
        boundary.pulse(now);
        network.pulse(now);
        if (look.landscape().isPresent()) {
            landscape.pulse(now);
        }
    }

    /// Snapshots of the panes by file name.
    SequencedMap<String, PictureFile> take() {
        layOut();
        pulse(System.nanoTime());
        List<ExportablePicture> panes = new ArrayList<>();
        panes.addAll(
                List.of(
                        new ExportablePicture(
                                "loss",
                                repeats.map(RepeatCharts::loss).orElseGet(curves::loss),
                                _ -> {}),
                        new ExportablePicture(
                                workbench.spec().data().metric().key(),
                                repeats.map(RepeatCharts::accuracy).orElseGet(curves::accuracy),
                                _ -> {}),
                        new ExportablePicture("boundary", boundary.plot(), boundary::density)
                                .withField(boundary::field),
                        new ExportablePicture("network", network.picture(), network::density)));
        look.landscape()
                .ifPresent(_ ->
                        panes.add(
                                new ExportablePicture(
                                        "landscape", landscape.picture(), landscape::density)));
        return switch (look.format()) {
            case PNG -> files(panes, Format.PNG);
            case SVG -> files(panes, Format.SVG);
            case SINGLE_SVG -> {
                SequencedMap<String, PictureFile> file = new LinkedHashMap<>();
                file.put(
                        "run.svg",
                        PictureFile.stacked(
                                "run",
                                panes,
                                look.scale(),
                                theme,
                                workbench.start(),
                                workbench.frameProperty().get()));
                yield file;
            }
        };
    }

    private SequencedMap<String, PictureFile> files(List<ExportablePicture> panes, Format format) {
        SequencedMap<String, PictureFile> files = new LinkedHashMap<>();
        for (ExportablePicture picture : panes) {
            files.put(
                    picture.name() + format.ending(),
                    PictureFile.of(
                            picture,
                            format,
                            look.scale(),
                            theme,
                            workbench.start(),
                            workbench.frameProperty().get()));
        }
        return files;
    }

    @Override
    public void close() {
        boundary.close();
        network.close();
        landscape.close();
    }
}
