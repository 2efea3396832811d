package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class MemoryEstimateTest {
    private static final DataSpec FILE = new DataSpec.Csv("rows.csv");
    private static final DataSpec PICTURES = new DataSpec.Idx("images", "labels", Optional.empty());

    /// The bytes per number for a thousand additional rows of ten features.
    private static double perNumber(DataSpec data, int units) {
        RunSpec spec =
                SpecJson.set(
                        new RunSpec().withData(data),
                        List.of("model.hidden=[" + units + "]", "training.batch=32"));
        long more =
                MemoryEstimate.of(spec, new DataShape(2_000, 10, 3)).bytes()
                        - MemoryEstimate.of(spec, new DataShape(1_000, 10, 3)).bytes();
        return more / (1_000.0 * 10);
    }

    @ParameterizedTest
    @CsvSource({"59, 24", "60, 16"})
    void rowsAreKeptRawAndStandardizedAndForASmallNetworkByColumn(int units, double bytes) {
        assertThat(perNumber(FILE, units)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"59, 9", "60, 1"})
    void picturesAreKeptAsBytesAndForASmallNetworkByColumn(int units, double bytes) {
        assertThat(perNumber(PICTURES, units)).isEqualTo(bytes);
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatFitsIsNot() {
        MemoryEstimate need = new MemoryEstimate(2_000_000_000L);
        need.requireWithin(4_000_000_000L, 2);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> need.requireWithin(3_900_000_000L, 2))
                .withMessageStartingWith(
                        "This run needs about 2.0 GB of memory, and 2 at a time need 4.0 GB, but"
                                + " only 3.9 GB are available;");
    }
}
