package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

class RandomStreamTest {

    /// From a second implementation (Python integers); a change here changes every stored run.
    @Test
    void firstValuesArePinned() {
        assertThat(longs(new RandomStream(1)))
                .containsExactly(6791897765849424158L, -1041056189838986770L, 834844254806117752L);
        assertThat(longs(new RandomStream(1, 0)))
                .containsExactly(-5653703133376969021L, -520809879582603288L, 7868805697131187933L);
        assertThat(longs(new RandomStream(1, 0, 1)))
                .containsExactly(4978083612364530050L, 5685132798889613845L, -3056709036939347543L);
        assertThat(longs(new RandomStream(-1, 2)))
                .containsExactly(
                        -1324067920597911327L, -1977795741113943693L, -4001857992468473599L);
    }

    @Test
    void firstUniformNumbersArePinned() {
        RandomStream random = new RandomStream(1);
        assertThat(random.nextDouble()).isEqualTo(0.36818951565166946);
        assertThat(random.nextDouble()).isEqualTo(0.9435642308648544);
        assertThat(random.uniform(-2, 2)).isEqualTo(-2 + 4 * 0.04525699773739167);
    }

    @Test
    void streamsOfNeighboringAddressesAreUnrelated() {
        Set<Long> seen = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            seen.add(new RandomStream(seed).nextLong());
            for (long coordinate = 0; coordinate < 100; coordinate++) {
                seen.add(new RandomStream(seed, coordinate).nextLong());
                seen.add(new RandomStream(seed, -1, coordinate).nextLong());
                seen.add(new RandomStream(seed, coordinate, seed).nextLong());
            }
        }
        assertThat(seen.size()).isEqualTo(100 + 3 * 100 * 100);
    }

    @Test
    void theSequenceOfCoordinatesMatters() {
        assertThat(new RandomStream(1, 2).nextLong())
                .isNotEqualTo(new RandomStream(2, 1).nextLong());
        assertThat(new RandomStream(5, 1, 2).nextLong())
                .isNotEqualTo(new RandomStream(5, 2, 1).nextLong());
    }

    @Test
    void firstNumbersOfNeighboringStreamsAreUniformToo() {
        assertUniform(
                IntStream.range(0, 100_000)
                        .mapToDouble(row -> new RandomStream(1, 1, row).nextDouble())
                        .toArray());
    }

    @Test
    void uniformNumbersAreUniformAndUncorrelated() {
        RandomStream random = new RandomStream(3);
        double[] values =
                IntStream.range(0, 100_000).mapToDouble(_ -> random.nextDouble()).toArray();
        assertUniform(values);
        double product = 0;
        for (int i = 1; i < values.length; i++) {
            product += (values[i] - 0.5) * (values[i - 1] - 0.5);
        }
        assertThat(product / values.length * 12).isCloseTo(0, within(0.015));
    }

    /// χ² over 100 bins has mean 99 and deviation 14.
    private static void assertUniform(double[] values) {
        int[] bins = new int[100];
        for (double value : values) {
            bins[(int) (value * 100)]++;
        }
        double expected = values.length / 100.0;
        double chiSquare =
                Arrays.stream(bins)
                        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                        .sum();
        assertThat(chiSquare).isBetween(50.0, 160.0);
    }

    @Test
    void boundedIntegersAreEquallyOften() {
        RandomStream random = new RandomStream(4);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    @Test
    void gaussiansHaveNormalMomentsAndTails() {
        RandomStream random = new RandomStream(5);
        double[] g = IntStream.range(0, 200_000).mapToDouble(_ -> random.nextGaussian()).toArray();
        assertThat(Arrays.stream(g).average().getAsDouble()).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(g).map(x -> x * x).average().getAsDouble())
                .isCloseTo(1, within(0.015));
        assertThat(Arrays.stream(g).map(x -> x * x * x).average().getAsDouble())
                .isCloseTo(0, within(0.03));
        assertThat(Arrays.stream(g).filter(x -> Math.abs(x) > 1.96).count() / 200_000.0)
                .isCloseTo(0.05, within(0.002));
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        int[] order = new int[1000];
        new RandomStream(6).permutation(order);
        assertThat(Arrays.stream(order).sorted())
                .containsExactly(IntStream.range(0, 1000).boxed().toArray(Integer[]::new));
        assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void aPermutationDoesNotDependOnWhatTheArrayHeld() {
        int[] fresh = new int[50];
        int[] used = IntStream.range(0, 50).map(i -> 77 - i).toArray();
        new RandomStream(7).permutation(fresh);
        new RandomStream(7).permutation(used);
        assertThat(used).containsExactly(fresh);
    }

    @Test
    void allPermutationsAreEquallyOften() {
        int[] counts = new int[27];
        int[] order = new int[3];
        RandomStream random = new RandomStream(8);
        for (int i = 0; i < 60_000; i++) {
            random.permutation(order);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        assertThat(Arrays.stream(counts).filter(count -> count > 0))
                .hasSize(6)
                .allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    private static long[] longs(RandomStream random) {
        return new long[] {random.nextLong(), random.nextLong(), random.nextLong()};
    }
}
