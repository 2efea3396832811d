package mlpexplorer.ui.confusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnHeadsTest {
    @Test
    void namesThatFitTheirColumnsStandSideBySide() {
        assertThat(ColumnHeads.above(3, 62, 300, 318)).isEqualTo(new ColumnHeads(false, 18, 84, 1));
    }

    @Test
    void longerOnesAreTurnedAndHaveTheHeightTheyNeed() {
        assertThat(ColumnHeads.above(5, 70, 300, 400)).isEqualTo(new ColumnHeads(true, 70, 60, 1));
        assertThat(ColumnHeads.above(5, 300, 300, 400)).isEqualTo(new ColumnHeads(true, 84, 60, 1));
    }

    @Test
    void aLowMatrixKeepsTwoThirdsOfItsHeightForTheCells() {
        ColumnHeads heads = ColumnHeads.above(10, 200, 400, 120);
        assertThat(heads.height()).isEqualTo(42);
        assertThat(heads.cell()).isEqualTo(7);
    }

    @Test
    void columnsNarrowerThanALineOfTextAreNamedInSteps() {
        assertThat(ColumnHeads.above(26, 60, 390, 500).step()).isEqualTo(1);
        assertThat(ColumnHeads.above(50, 60, 390, 500).step()).isEqualTo(2);
        assertThat(ColumnHeads.above(400, 60, 390, 500)).isEqualTo(new ColumnHeads(true, 60, 2, 7));
    }
}
