package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void onlyASingleSpecificationFileOpensTheWindow() {
        assertThat(Main.isSpecFile("/home/ada/My Spiral.MLPX.json")).isTrue();
        assertThat(Main.isSpecFile("train", "spiral.mlpx.json")).isFalse();
        assertThat(Main.isSpecFile("spiral.json")).isFalse();
        assertThat(Main.isSpecFile()).isFalse();
    }
}
