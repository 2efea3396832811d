package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SplitTest {
    private static final Dataset CIRCLES = new DataSpec.Circles(300, 0.1).generate(1);
    private static final SplitSpec RAW = new SplitSpec(0.6, 0.2, 0.2, false);

    @Test
    void theDefaultIsSixtyTwentyTwenty() {
        Split split = new Split(CIRCLES, new SplitSpec(), 1);
        assertThat(List.of(split.train().rows(), split.validation().rows(), split.test().rows()))
                .containsExactly(180, 60, 60);
    }

    @ParameterizedTest(name = "{0} rows by {1}/{2}/{3}: {4}, {5}, {6}")
    @CsvSource({
        "  4, 0.6,  0.2,  0.2,  2, 1, 1",
        "  5, 0.6,  0.2,  0.2,  3, 1, 1",
        "  7, 0.6,  0.2,  0.2,  5, 1, 1",
        "  8, 0.5,  0.25, 0.25, 4, 2, 2",
        "  9, 0.5,  0.25, 0.25, 5, 2, 2",
        "100, 1,    0,    0,    100, 0, 0",
        "100, 0.8,  0.2,  0,    80, 20, 0",
        "100, 0.8,  0,    0.2,  80, 0, 20",
        "150, 0.73333333, 0.26666667, 0, 110, 40, 0",
        "  3, 0.2,  0.4,  0.4,  1, 1, 1",
        "  5, 0.1,  0.4,  0.5,  0, 2, 3",
        "  3, 1e-7, 0.5,  0.5,  0, 2, 1",
    })
    void sharesAreRoundedAndTheRestIsTrainedOn(
            int rows,
            double train,
            double validation,
            double test,
            int trainRows,
            int validationRows,
            int testRows) {
        SplitSpec spec = new SplitSpec(train, validation, test, true);
        assertThat(spec.rows(new DataShape(rows, 2, 2)))
                .isEqualTo(new SplitSpec.Rows(trainRows, validationRows, testRows));
    }

    @Test
    void everyRowIsInExactlyOnePart() {
        Split split = new Split(CIRCLES, RAW, 1);
        assertThat(IntStream.range(0, 300).map(split::row).sorted())
                .containsExactly(IntStream.range(0, 300).boxed().toArray(Integer[]::new));
        assertThat(
                        IntStream.range(0, 300)
                                .mapToObj(split::part)
                                .collect(
                                        Collectors.groupingBy(part -> part, Collectors.counting())))
                .containsEntry(Split.Part.TRAIN, 180L)
                .containsEntry(Split.Part.VALIDATION, 60L)
                .containsEntry(Split.Part.TEST, 60L);
    }

    @Test
    void thePartsHoldTheRowsTheyNameWithTheirLabels() {
        Split split = new Split(CIRCLES, RAW, 1);
        for (int position = 0; position < 300; position++) {
            Samples part =
                    switch (split.part(position)) {
                        case TRAIN -> split.train();
                        case VALIDATION -> split.validation();
                        case TEST -> split.test();
                    };
            int inPart = position - (position < 180 ? 0 : position < 240 ? 180 : 240);
            int row = split.row(position);
            assertThat(part.label(inPart)).isEqualTo(CIRCLES.samples().label(row));
            assertThat(part.feature(inPart, 0)).isEqualTo(CIRCLES.samples().feature(row, 0));
            assertThat(part.feature(inPart, 1)).isEqualTo(CIRCLES.samples().feature(row, 1));
        }
    }

    @Test
    void movingABorderOnlyMovesTheRowsBesideIt() {
        Split before = new Split(CIRCLES, new SplitSpec(0.6, 0.2, 0.2, false), 1);
        Split after = new Split(CIRCLES, new SplitSpec(0.7, 0.1, 0.2, false), 1);
        assertThat(rows(after, Split.Part.TRAIN)).containsAll(rows(before, Split.Part.TRAIN));
        assertThat(rows(after, Split.Part.TEST)).isEqualTo(rows(before, Split.Part.TEST));
    }

    @Test
    void movingThePointsMovesNoRowToAnotherPart() {
        Split quiet = new Split(new DataSpec.Circles(300, 0).generate(1), RAW, 1);
        Split loud = new Split(new DataSpec.Circles(300, 0.5).generate(9), RAW, 1);
        assertThat(IntStream.range(0, 300))
                .allMatch(position -> quiet.row(position) == loud.row(position));
    }

    @Test
    void theSplitSeedPartsDifferently() {
        assertThat(rows(new Split(CIRCLES, RAW, 1), Split.Part.TEST))
                .isEqualTo(rows(new Split(CIRCLES, RAW, 1), Split.Part.TEST))
                .isNotEqualTo(rows(new Split(CIRCLES, RAW, 2), Split.Part.TEST));
    }

    @Test
    void aSplitThatLeavesNothingToTrainOnIsRefused() {
        Dataset table = new DataSpec.XorTable().generate(1);
        assertThatThrownBy(() -> new Split(table, new SplitSpec(0.1, 0.4, 0.5, true), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split leaves no training rows out of 4, but at least one is needed.");
    }

    private static Set<Integer> rows(Split split, Split.Part part) {
        return IntStream.range(0, 300)
                .filter(position -> split.part(position) == part)
                .mapToObj(split::row)
                .collect(Collectors.toSet());
    }
}
