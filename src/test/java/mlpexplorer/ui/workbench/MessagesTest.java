package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    @ParameterizedTest
    @CsvSource({
        "0, Not revealed yet in this run.",
        "1, Revealed once in this run.",
        "2, Revealed 2 times in this run.",
        "1200, 'Revealed 1,200 times in this run.'"
    })
    void theRevealsOfATestSetAreToldInGoodEnglish(int times, String sentence) {
        assertThat(Messages.text("labs.test-lock.reveals", times)).isEqualTo(sentence);
    }
}
