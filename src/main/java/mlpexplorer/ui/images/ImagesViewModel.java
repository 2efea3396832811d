package mlpexplorer.ui.images;

import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split.Part;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.images.SheetMaker.ImageSheet;
import mlpexplorer.ui.images.SheetMaker.SheetSpec;
import mlpexplorer.ui.images.SheetMaker.SheetSpec.Kind;
import mlpexplorer.ui.workbench.ConfusionCell;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Optional;

/// The displayed sheet of images, recomputed in the background when the selection changes and, at
/// most a few times per second, when the network changes.
final class ImagesViewModel {
    private static final long MIN_INTERVAL_NANOS = 300_000_000;

    private final Workbench workbench;
    private final ObjectProperty<Kind> kind =
            new SimpleObjectProperty<>(this, "kind", Kind.WEIGHTS);
    private final ObjectProperty<Part> part =
            new SimpleObjectProperty<>(this, "part", Part.VALIDATION);
    private final ObjectProperty<Optional<ConfusionCell>> cell =
            new SimpleObjectProperty<>(this, "cell", Optional.empty());
    private final BooleanProperty ownScale = new SimpleBooleanProperty(this, "ownScale");
    private final ObjectProperty<Optional<Integer>> label =
            new SimpleObjectProperty<>(this, "label", Optional.empty());
    private final ObjectProperty<Theme> theme =
            new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Dataset>> pictures =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper hasPictures = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ImageSheet>> sheet =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LatestJobRunner<Question, ImageSheet> follower;
    private Optional<Answered> asked = Optional.empty();

    private record Question(Frame frame, SheetSpec spec) {}

    /// The inputs of a sheet: a gallery depends on the data only, other sheets also on the network.
    private record Answered(Object subject, SheetSpec spec) {}

    ImagesViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        follower =
                new LatestJobRunner<>(
                        jobs,
                        MIN_INTERVAL_NANOS,
                        question -> SheetMaker.make(question.frame(), question.spec()),
                        made -> sheet.set(Optional.of(made)));
        workbench.frameProperty().addListener((_, _, frame) -> follow(frame));
        follow(workbench.frameProperty().get());
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// The part whose mistakes are shown.
    ObjectProperty<Part> partProperty() {
        return part;
    }

    /// The cell of the confusion matrix whose images are shown instead of all mistakes.
    ObjectProperty<Optional<ConfusionCell>> cellProperty() {
        return cell;
    }

    /// Whether the weights of each unit are scaled separately.
    BooleanProperty ownScaleProperty() {
        return ownScale;
    }

    /// The class shown in the gallery; empty for a mix of all classes.
    ObjectProperty<Optional<Integer>> labelProperty() {
        return label;
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// The data, if it consists of images.
    ReadOnlyObjectProperty<Optional<Dataset>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    BooleanExpression hasPictures() {
        return hasPictures.getReadOnlyProperty();
    }

    /// The newest sheet; that of an earlier selection until the next is ready.
    ReadOnlyObjectProperty<Optional<ImageSheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// Call once per pulse while the pane is visible.
    void pulse(long now) {
        workbench.frameProperty().get().filter(_ -> hasPictures.get()).ifPresent(this::ask);
        follower.pulse(now);
    }

    private void ask(Frame frame) {
        SheetSpec spec =
                new SheetSpec(
                        kind.get(),
                        part.get(),
                        cell.get(),
                        ownScale.get(),
                        label.get(),
                        theme.get());
        Object subject = spec.kind() == Kind.GALLERY ? frame.split() : frame;
        Answered wanted = new Answered(subject, spec);
        if (asked.filter(wanted::equals).isPresent()) {
            return;
        }
        if (asked.filter(before -> before.spec().equals(spec)).isEmpty()) {
            follower.cancel();
        }
        asked = Optional.of(wanted);
        follower.submit(new Question(frame, spec));
    }

    private void follow(Optional<Frame> frame) {
        Optional<Dataset> now =
                frame.map(newest -> newest.split().dataset())
                        .filter(data -> data.image().isPresent());
        if (now.equals(pictures.get())) {
            return;
        }
        boolean otherClasses =
                !now.map(Dataset::classNames).equals(pictures.get().map(Dataset::classNames));
        follower.cancel();
        asked = Optional.empty();
        if (otherClasses) {
            label.set(Optional.empty());
            sheet.set(Optional.empty());
        }
        pictures.set(now);
        hasPictures.set(now.isPresent());
    }
}
