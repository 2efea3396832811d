package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;
import mlpexplorer.data.DataSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class FieldSamplerTest {
    private static final Frame CIRCLES =
            Runs.trained(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16, 20);

    private final FieldSampler sampler = new FieldSampler();

    @AfterEach
    void close() {
        sampler.close();
    }

    @Test
    void aRequestIsAnswered() {
        sampler.submit(request(CIRCLES, Domain.HOME));

        Wait.until(() -> fetched(Domain.HOME));
    }

    @Test
    void aPictureIsFetchedOnce() {
        sampler.submit(request(CIRCLES, Domain.HOME));
        Wait.until(() -> pixels(512));

        assertThat(fetched(Domain.HOME)).isFalse();
    }

    @Test
    void restMakesAFinePicture() {
        sampler.submit(request(CIRCLES, Domain.HOME));

        Wait.until(() -> pixels(512));
    }

    @Test
    void theNewestRequestWins() {
        List<Domain> domains =
                IntStream.rangeClosed(1, 200)
                        .mapToObj(reach -> new Domain(0, reach, 0, 1))
                        .toList();
        List<Domain> seen = new ArrayList<>();
        for (Domain domain : domains) {
            sampler.submit(request(CIRCLES, domain));
            sampler.fetch(picture ->
                    domains.stream().filter(d -> picture.domain().equals(d)).forEach(seen::add));
        }

        Wait.until(() -> fetched(domains.getLast()));

        assertThat(seen).isSortedAccordingTo((a, b) -> Double.compare(a.right(), b.right()));
    }

    @Test
    void picturesAreUsedAgain() {
        Set<FieldPicture> pictures = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int reach = 1; reach <= 60; reach++) {
            Domain domain = new Domain(0, reach, 0, 1);
            sampler.submit(request(CIRCLES, domain));
            Wait.until(() -> {
                boolean[] here = {false};
                sampler.fetch(picture -> {
                    pictures.add(picture);
                    here[0] = picture.domain().equals(domain);
                });
                return here[0];
            });
        }

        assertThat(pictures).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void closingInterruptsALargeNetwork() {
        Frame large =
                Runs.trained(
                        Runs.split(new DataSpec.Circles(4, 0)),
                        Runs.model(Activation.TANH, 1024, 1024, 1024),
                        0);
        sampler.submit(request(large, Domain.HOME));
        sampler.submit(request(large, Domain.HOME));

        sampler.close();

        Wait.until(() -> !sampler.isRunning());
        assertThat(pixels(512)).as("a fine picture was finished").isFalse();
    }

    private boolean fetched(Domain domain) {
        boolean[] fits = {false};
        sampler.fetch(picture -> fits[0] = picture.domain().equals(domain));
        return fits[0];
    }

    private boolean pixels(int wanted) {
        boolean[] fits = {false};
        sampler.fetch(picture -> fits[0] = picture.pixels() == wanted);
        return fits[0];
    }

    private static FieldRequest request(Frame frame, Domain domain) {
        FieldPainter painter = new ClassPainter(new ClassColors(2, Theme.LIGHT), false);
        return new FieldRequest(
                frame.mlp(), frame.parameters(), frame.split().scaling(), domain, painter, 512);
    }
}
