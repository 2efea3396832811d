package mlpexplorer.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split.Part;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.experiment.lesson.Control;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ChoiceRow;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.OptionalRow;
import mlpexplorer.ui.controls.SliderRow;
import mlpexplorer.ui.controls.SplitPercentages;
import mlpexplorer.ui.controls.SplitSlider;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.workbench.ActiveLesson;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// How the rows are split into parts and scaled: shares, files of other parts, stratification,
/// folds.
final class PartsPane extends VBox {
    private static final int DEFAULT_FOLDS = 5;
    private static final int MAX_FOLDS = 1_000;

    private final DataViewModel model;
    private final SplitSlider split =
            new SplitSlider(
                    caption("split"),
                    new SplitPercentages(60, 20, 20),
                    new SplitSlider.Minimums(1, 0, 0));
    private final FileRow validation;
    private final FileRow test;
    private final Label counts = new Label();
    private final CheckBox stratify =
            caption("stratify").describe(new CheckBox(Messages.text("data.stratify")));
    private final OptionalRow folds;
    private final VBox fold = new VBox();
    private final ChoiceRow<SplitSpec.Standardize> standardize;
    private boolean showing;

    /// @param sources asks for the files
    PartsPane(DataViewModel model, DataPane.Sources sources) {
        this.model = model;
        getStyleClass().add("editor");
        validation = new FileRow("validation-file", sources, Part.VALIDATION);
        test = new FileRow("test-file", sources, Part.TEST);
        counts.setId("data-parts");
        counts.getStyleClass().add("caption-text");
        counts.setWrapText(true);
        folds =
                new OptionalRow(
                        caption("folds"),
                        NumberRange.integers(2, MAX_FOLDS),
                        DEFAULT_FOLDS,
                        value -> model.split(now -> now.withFolds(value.map(Double::intValue), 1)));
        standardize =
                new ChoiceRow<>(
                        caption("standardize"),
                        List.of(
                                SplitSpec.Standardize.FULL,
                                SplitSpec.Standardize.CENTER,
                                SplitSpec.Standardize.NONE),
                        choice -> Messages.name("data.standardize", choice),
                        choice -> model.split(now -> now.withStandardize(choice)));
        split.valueProperty()
                .addListener(_ -> {
                    SplitPercentages shown = split.getValue();
                    if (!showing) {
                        model.split(now ->
                                now.withShares(
                                        shown.first() / 100.0,
                                        shown.second() / 100.0,
                                        shown.third() / 100.0));
                    }
                });
        stratify.setOnAction(_ -> model.split(now -> now.withStratify(stratify.isSelected())));
        for (Node row : List.of(validation, test, counts, fold)) {
            row.managedProperty().bind(row.visibleProperty());
        }
        HBox.setHgrow(folds, Priority.ALWAYS);
        HBox options = new HBox(stratify, folds);
        options.getStyleClass().add("form-row");
        getChildren().addAll(split, validation, test, counts, options, fold, standardize);
    }

    /// Locks and hides what a lesson does.
    void follow(ActiveLesson lesson) {
        getChildren().forEach(child -> lesson.restrict(this, Control.PARTS, child));
        lesson.restrict(this, Control.SCALING, standardize);
    }

    /// Shows the split of `spec`, whose data has this shape.
    void show(RunSpec spec, Optional<DataShape> shape) {
        showing = true;
        SplitSpec shown = spec.split();
        split.setValue(SplitPercentages.ofFractions(shown.train(), shown.validation()));
        showFiles(spec.data());
        stratify.setSelected(shown.stratify());
        stratify.setDisable(
                !shown.stratify()
                        && shape.filter(known -> known.task() instanceof Task.Regression)
                                .isPresent());
        folds.show(shown.folds().map(Integer::doubleValue));
        fold.setVisible(shown.folds().isPresent());
        fold.getChildren()
                .setAll(shown.folds().map(count -> foldRow(count, shown.fold())).stream().toList());
        standardize.show(shown.standardize());
        boolean plain = shown.folds().isEmpty();
        counts.setText(shape.map(known -> counts(shown, known)).orElse(""));
        counts.setVisible(shape.filter(known -> !plain || !known.given().isNone()).isPresent());
        showing = false;
    }

    private static String counts(SplitSpec split, DataShape shape) {
        try {
            SplitSpec.Rows rows = split.rows(shape);
            return Messages.text("data.parts", rows.train(), rows.validation(), rows.test());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Node foldRow(int count, int shown) {
        SliderRow row = SliderRow.integers(caption("fold"), 1, count);
        row.setValue(shown);
        row.valueProperty()
                .addListener((_, _, value) ->
                        model.split(now -> now.withFolds(now.folds(), value.intValue())));
        return row;
    }

    private void showFiles(DataSpec data) {
        switch (data) {
            case DataSpec.Csv csv -> {
                validation.show(csv.partColumn().isEmpty(), csv.validationPath());
                test.show(csv.partColumn().isEmpty(), csv.testPath());
            }
            case DataSpec.Idx idx -> {
                validation.show(false, Optional.empty());
                test.show(true, idx.testImages());
            }
            case DataSpec.Synthetic _, DataSpec.Iris _, DataSpec.Numpy _ -> {
                validation.show(false, Optional.empty());
                test.show(false, Optional.empty());
            }
        }
    }

    private static ControlLabel caption(String id) {
        return ControlLabel.of("data." + id, id);
    }

    /// Chooses the file of a part, and removes it.
    ///
    /// Node ids: `<name>`, `<name>-remove`.
    private final class FileRow extends HBox {
        private final String name;
        private final Button choose;
        private final Button remove;

        FileRow(String name, DataPane.Sources sources, Part part) {
            this.name = name;
            choose = IconButtons.labeled(Feather.FOLDER, caption(name), () -> sources.part(part));
            remove =
                    IconButtons.icon(
                            Feather.X,
                            new ControlLabel(
                                    Messages.text("data." + name + ".remove"),
                                    name + "-remove",
                                    Messages.text("data." + name + ".remove")),
                            () -> model.removeFile(part));
            remove.managedProperty().bind(remove.visibleProperty());
            getStyleClass().add("form-row");
            getChildren().addAll(choose, remove);
        }

        void show(boolean applies, Optional<String> path) {
            setVisible(applies);
            remove.setVisible(path.isPresent());
            choose.setText(
                    path.map(file ->
                                    Messages.text(
                                            "data." + name + ".chosen",
                                            file.isEmpty()
                                                    ? Messages.text("data.from.mnist")
                                                    : SpecText.file(file)))
                            .orElse(Messages.text("data." + name)));
            Tooltips.explain(
                    choose,
                    path.filter(file -> !file.isEmpty())
                            .orElse(Messages.text("data." + name + ".tip")));
        }
    }
}
