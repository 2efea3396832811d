package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestValueTest {
    private final LatestValue<String> mailbox = new LatestValue<>();

    @Test
    void anEmptyMailboxHasNothing() {
        assertThat(mailbox.poll()).isEmpty();
    }

    @Test
    void aValueIsFetchedOnce() {
        mailbox.publish("one");
        assertThat(mailbox.poll()).contains("one");
        assertThat(mailbox.poll()).isEmpty();
    }

    @Test
    void aNewValueReplacesOneThatWasNotFetched() {
        mailbox.publish("one");
        mailbox.publish("two");
        assertThat(mailbox.poll()).contains("two");
        assertThat(mailbox.poll()).isEmpty();
    }
}
