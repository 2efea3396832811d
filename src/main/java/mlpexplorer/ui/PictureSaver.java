package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;

/// Saves pictures of panes as PNG files, at twice the size on screen, and remembers the folder.
final class PictureSaver {
    private static final double SCALE = 2;
    private static final Color LIGHT_PAPER = Color.WHITE;
    private static final Color DARK_PAPER = Color.web("#0d1117");

    private final Workbench workbench;
    private final Settings settings;
    private final FileChoice files;
    private final Jobs jobs;

    PictureSaver(Workbench workbench, Settings settings, FileChoice files, Jobs jobs) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.jobs = jobs;
    }

    /// Takes the picture first, so that it shows what was on screen at the click, then asks for the file.
    void save(Picture picture) {
        WritableImage image = snapshot(picture);
        Optional<Path> chosen = files.ask(settings.pictureFolder(), picture.name() + ".png");
        chosen.map(PictureSaver::withEnding).ifPresent(file -> PngFile.save(
                jobs, file, image, Map.of("Title", picture.name(), "Software", Texts.text("app.title")), this::saved, this::failed));
    }

    /// Puts the picture on the clipboard.
    void copy(Picture picture) {
        PngFile.copyToClipboard(snapshot(picture));
        workbench.tell(Texts.text("save.copied"));
    }

    private static WritableImage snapshot(Picture picture) {
        Node node = picture.node();
        List<Node> hidden = node.lookupAll(".no-picture").stream().filter(Node::isVisible).toList();
        hidden.forEach(part -> part.setVisible(false));
        picture.density().accept(SCALE);
        boolean dark = node.getScene().getRoot().getStyleClass().contains("dark");
        Paint paper = dark ? DARK_PAPER : LIGHT_PAPER;
        try {
            return PngFile.snapshot(node, SCALE, paper);
        } finally {
            picture.density().accept(1);
            hidden.forEach(part -> part.setVisible(true));
        }
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ".png");
    }

    private void saved(Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(settings::pictureFolder);
        workbench.tell(Texts.text("save.done", file));
    }

    private void failed(Exception failure) {
        workbench.tell(String.valueOf(failure.getMessage()));
    }
}
