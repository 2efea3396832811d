package mlpexplorer.ui.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    @Test
    void todaysSizeStandsInTheMiddle() {
        assertThat(Sizes.around(8)).containsExactly(2, 4, 8, 16, 32);
        assertThat(Sizes.around(12)).containsExactly(4, 8, 12, 16, 32);
    }

    @Test
    void atTheEndsTheRowIsAsLong() {
        assertThat(Sizes.around(1)).containsExactly(1, 2, 4, 8, 16);
        assertThat(Sizes.around(1024)).containsExactly(64, 128, 256, 512, 1024);
    }

    @Test
    void theNearestAreTriedFirst() {
        assertThat(Sizes.byNearness(8)).containsExactly(8, 4, 16, 2, 32);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 31, 64, 65, 1000, 1024})
    void thereAreAlwaysFiveWithTodaysAmongThem(int current) {
        assertThat(Sizes.around(current))
                .hasSize(Sizes.COUNT)
                .contains(current)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
