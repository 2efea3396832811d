package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Stratified splits, folds and given parts. The rows of each class are compared with scikit-learn:
/// `sklearn_folds.py` created `sklearn_folds.json`.
class PartAssignmentTest {
    private static final Path REFERENCE =
            Path.of("src/test/resources/mlpexplorer/reference/sklearn_folds.json");
    private static final SplitSpec RAW = new SplitSpec(0.6, 0.2, 0.2, false);

    private static JsonNode cases() throws IOException {
        return new ObjectMapper().readTree(REFERENCE.toFile()).get("cases");
    }

    /// Row r has the feature r; the first classes come first.
    private static Dataset classes(JsonNode counts) {
        List<Integer> labels = new ArrayList<>();
        for (int c = 0; c < counts.size(); c++) {
            labels.addAll(Collections.nCopies(counts.get(c).asInt(), c));
        }
        return new Dataset(
                new Samples(
                        IntStream.range(0, labels.size()).asDoubleStream().toArray(),
                        1,
                        labels.stream().mapToInt(Integer::intValue).toArray()),
                List.of("x"),
                Dataset.numbered(counts.size()));
    }

    private static List<Integer> perClass(Dataset data, Samples part) {
        Integer[] counts = new Integer[data.classes()];
        Arrays.fill(counts, 0);
        for (int row = 0; row < part.rows(); row++) {
            counts[part.label(row)]++;
        }
        return List.of(counts);
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
    }

    private static Set<Double> rows(Samples part) {
        Set<Double> rows = new HashSet<>();
        IntStream.range(0, part.rows()).forEach(row -> rows.add(part.feature(row, 0)));
        return rows;
    }

    @Test
    void foldsHaveTheSizesOfScikitLearn() throws IOException {
        for (JsonNode each : cases()) {
            Dataset data = classes(each.get("counts"));
            each.get("folds")
                    .properties()
                    .forEach(entry -> {
                        int folds = Integer.parseInt(entry.getKey());
                        List<Integer> sizes = new ArrayList<>();
                        Set<Double> seen = new HashSet<>();
                        for (int fold = 1; fold <= folds; fold++) {
                            SplitSpec spec =
                                    RAW.withShares(0.7, 0.3, 0).withFolds(Optional.of(folds), fold);
                            Split split = new Split(data, spec, 3);
                            sizes.add(split.validation().rows());
                            assertThat(split.train().rows() + split.validation().rows())
                                    .isEqualTo(data.rows());
                            assertThat(rows(split.train()))
                                    .doesNotContainAnyElementsOf(rows(split.validation()));
                            assertThat(seen).doesNotContainAnyElementsOf(rows(split.validation()));
                            seen.addAll(rows(split.validation()));
                        }
                        assertThat(sizes).isEqualTo(numbers(entry.getValue()));
                        assertThat(seen).hasSize(data.rows());
                    });
        }
    }

    @Test
    void stratifiedFoldsHaveTheClassesOfScikitLearn() throws IOException {
        int compared = 0;
        for (JsonNode each : cases()) {
            Dataset data = classes(each.get("counts"));
            for (var entry : each.get("stratified").properties()) {
                int folds = Integer.parseInt(entry.getKey());
                for (int fold = 1; fold <= folds; fold++) {
                    SplitSpec spec =
                            RAW.withShares(1, 0, 0)
                                    .withStratify(true)
                                    .withFolds(Optional.of(folds), fold);
                    Split split = new Split(data, spec, 5);
                    assertThat(perClass(data, split.validation()))
                            .isEqualTo(numbers(entry.getValue().get(fold - 1)));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(25);
    }

    @Test
    void stratifiedTestPartsHaveTheClassesOfScikitLearn() throws IOException {
        int compared = 0;
        for (JsonNode each : cases()) {
            Dataset data = classes(each.get("counts"));
            for (var entry : each.get("test").properties()) {
                double share = Double.parseDouble(entry.getKey());
                SplitSpec spec = RAW.withShares(1 - share, 0, share).withStratify(true);
                assertThat(perClass(data, new Split(data, spec, 7).test()))
                        .isEqualTo(numbers(entry.getValue()));
                SplitSpec validation = RAW.withShares(1 - share, share, 0).withStratify(true);
                assertThat(perClass(data, new Split(data, validation, 7).validation()))
                        .isEqualTo(numbers(entry.getValue()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(8);
    }

    @Test
    void theTestPartIsTheSameInAllFolds() {
        Dataset data = new DataSpec.Circles(103, 0).generate(1);
        Set<Integer> test = new HashSet<>();
        for (int fold = 1; fold <= 4; fold++) {
            Split split = new Split(data, RAW.withFolds(Optional.of(4), fold), 1);
            assertThat(split.test().rows()).isEqualTo(21);
            for (int i = data.rows() - 21; i < data.rows(); i++) {
                test.add(split.row(i));
            }
        }
        assertThat(test).hasSize(21);
    }

    @Test
    void givenPartsStayAndTheOtherRowsAreSplitByTheOtherShares() throws IOException {
        Dataset data = classes(cases().get(0).get("counts"));
        Dataset more = new Dataset(data.samples().head(40), data.featureNames(), data.classNames());
        Split split = new Split(data.withPart(more, Part.VALIDATION), RAW, 1);
        assertThat(List.of(split.train().rows(), split.validation().rows(), split.test().rows()))
                .containsExactly(112, 40, 38);
        assertThat(IntStream.range(112, 152).map(split::row).sorted().boxed())
                .isEqualTo(IntStream.range(150, 190).boxed().toList());
        assertThat(IntStream.range(0, 190).map(split::row).distinct().count()).isEqualTo(190);
        Split both =
                new Split(data.withPart(more, Part.VALIDATION).withPart(more, Part.TEST), RAW, 1);
        assertThat(both.train().rows()).isEqualTo(150);
        assertThat(both.test().rows()).isEqualTo(40);
    }

    @Test
    void centeringSubtractsTheMeanOfTheTrainingPart() {
        Dataset data = new DataSpec.Moons(50, 0.2).generate(1);
        Split raw = new Split(data, RAW, 1);
        Split centered = new Split(data, RAW.withStandardize(SplitSpec.Standardize.CENTER), 1);
        double mean =
                IntStream.range(0, raw.train().rows())
                        .mapToDouble(row -> raw.train().feature(row, 1))
                        .average()
                        .orElseThrow();
        assertThat(centered.scaling().deviation(1)).isEqualTo(1);
        assertThat(centered.test().feature(3, 1)).isEqualTo(raw.test().feature(3, 1) - mean);
    }

    @Test
    void whatCannotBeSplitIsRefused() {
        Dataset data = new DataSpec.Circles(30, 0).generate(1);
        assertThatThrownBy(() -> new Split(data, RAW.withFolds(Optional.of(25), 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "folds is 25, but must be at most 24, the number of rows outside of the"
                                + " test part.");
        assertThatThrownBy(() -> RAW.withFolds(Optional.of(5), 6))
                .hasMessage("fold is 6, but must be from 1 to 5.");
        assertThatThrownBy(() -> RAW.withFolds(Optional.empty(), 2))
                .hasMessage("fold is 2, but data.folds is null; set that to the number of folds.");
        Dataset surface = new DataSpec.PlaneSurface().generate(1);
        assertThatThrownBy(() -> new Split(surface, RAW.withStratify(true), 1))
                .hasMessageStartingWith("stratify is true, but the data has a numeric target");
        Dataset given = data.withPart(data, Part.VALIDATION);
        assertThatThrownBy(() -> new Split(given, RAW.withFolds(Optional.of(3), 1), 1))
                .hasMessage(
                        "folds is 3, but the data gives the rows of the validation part; set it to"
                                + " null.");
    }
}
