package mlpexplorer.ui.files;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.data.io.Mnist;
import mlpexplorer.data.io.MnistDownload;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

/// Offers the MNIST download, and shows progress and errors. A card above the plots, not a dialog,
/// so training can continue.
public final class MnistCard extends VBox implements LivePart {
    private final Jobs jobs;
    private final MnistViewModel model;
    private final Label text = new Label();
    private final Label figures = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button start = button("start");
    private final Button cancel = button("cancel");
    private final Button open = button("open");
    private final Button close = button("close");

    /// @param onOpen asks for the files, if they are on this computer
    /// @param onDone called when all files are available
    public MnistCard(Runnable onOpen, Runnable onDone) {
        this(
                new BackgroundJobs("mnist", 1),
                new MnistDownload(Mnist.folder())::run,
                onOpen,
                onDone);
    }

    MnistCard(Jobs jobs, MnistViewModel.Download download, Runnable onOpen, Runnable onDone) {
        this.jobs = jobs;
        model = new MnistViewModel(jobs, download, onDone);
        setId("mnist-card");
        getStyleClass().add("card");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(Messages.text("mnist.title"));
        title.getStyleClass().add("card-title");
        text.setId("mnist-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        figures.setId("mnist-figures");
        figures.getStyleClass().add("caption-text");
        bar.setId("mnist-progress");
        bar.setAccessibleText(Messages.text("mnist.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        start.getStyleClass().add("primary");
        start.setOnAction(_ -> model.start(System.nanoTime()));
        cancel.setOnAction(_ -> model.cancel());
        open.setOnAction(_ -> {
            model.hide();
            onOpen.run();
        });
        close.setOnAction(_ -> model.hide());
        HBox buttons = new HBox(start, open, cancel, close);
        buttons.getStyleClass().add("card-buttons");
        getChildren().addAll(title, text, bar, figures, buttons);
        managedProperty().bind(visibleProperty());
        for (Region part : new Region[] {text, bar, figures, start, open, cancel, close}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.stateProperty().subscribe(this::show);
    }

    /// Shows the offer.
    public void offer() {
        model.offer();
        (start.isVisible() ? start : cancel).requestFocus();
    }

    /// Hides the card and cancels a download; received data is kept.
    public void hide() {
        model.hide();
    }

    /// Updates the progress. Call once per pulse.
    @Override
    public void pulse(long now) {
        model.pulse(now);
    }

    @Override
    public void close() {
        jobs.close();
    }

    private void show(MnistViewModel.State state) {
        boolean loading = state instanceof MnistViewModel.State.Loading;
        setVisible(!(state instanceof MnistViewModel.State.Hidden));
        bar.setVisible(loading);
        figures.setVisible(loading);
        cancel.setVisible(loading);
        start.setVisible(!loading);
        open.setVisible(!loading);
        close.setVisible(!loading);
        text.setVisible(!loading);
        text.getStyleClass().remove("problem");
        switch (state) {
            case MnistViewModel.State.Hidden() -> {}
            case MnistViewModel.State.Offered() -> {
                text.setText(Messages.text("mnist.offer", Mnist.folder()));
                start.setText(Messages.text("mnist.start"));
            }
            case MnistViewModel.State.Loading(double share, String progressText) -> {
                bar.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
                figures.setText(progressText);
            }
            case MnistViewModel.State.Stopped(String message) -> {
                text.setText(message);
                text.getStyleClass().add("problem");
                start.setText(Messages.text("mnist.again"));
            }
        }
    }

    private static Button button(String name) {
        return ControlLabel.of("mnist." + name, "mnist-" + name + "-button")
                .describe(new Button(Messages.text("mnist." + name)));
    }
}
