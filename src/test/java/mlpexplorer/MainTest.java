package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void onlyASingleSpecificationFileOpensTheWindow() {
        String spec = "/home/ada/My Spiral.MLPX.json";
        assertThat(Main.file(spec)).contains(spec);
        assertThat(Main.file("iris.mlpm.zip")).contains("iris.mlpm.zip");
        assertThat(Main.file("--model", "a.zip")).contains("a.zip");
        assertThat(Main.file("--model=a.zip")).contains("a.zip");
        assertThat(Main.file("train", "spiral.mlpx.json")).isEmpty();
        assertThat(Main.file("spiral.json")).isEmpty();
        assertThat(Main.file()).isEmpty();
    }
}
