package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryWidthTest {
    /// Of a window of 1280 x 720, 1600 x 1000 …, whose sidebar is 304 wide.
    @ParameterizedTest
    @CsvSource({"976, 720, 546", "1296, 1000, 863", "1616, 1080, 943", "2256, 1440, 1303"})
    void theBoundaryIsAsWideAsItIsHigh(double page, double window, double boundary) {
        assertThat(BoundaryWidth.share(page, window) * page).isCloseTo(boundary, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"976, 1400, 546", "816, 900, 455"})
    void aTallWindowLeavesRoomForTheCurves(double page, double window, double boundary) {
        assertThat(BoundaryWidth.share(page, window) * page).isCloseTo(boundary, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 720", "976, 0", "0, 0"})
    void aWindowThatIsNotLaidOutYetHasAShareToo(double page, double window) {
        assertThat(BoundaryWidth.share(page, window)).isBetween(0.0, 1.0);
    }
}
