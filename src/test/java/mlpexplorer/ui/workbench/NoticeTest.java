package mlpexplorer.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NoticeTest {
    private final Notice notice = new Notice();

    @Test
    void aFinishedActionIsShownForAWhile() {
        notice.show(Notice.Level.DONE, "Saved loss.png");
        notice.expire(5);
        notice.expire(5 + Notice.DONE_NANOS);
        assertThat(notice.messageProperty().get()).isEqualTo("Saved loss.png");
        notice.show(Notice.Level.DONE, "Saved accuracy.png");
        notice.expire(6 + Notice.DONE_NANOS);
        assertThat(notice.messageProperty().get()).isEqualTo("Saved accuracy.png");
        notice.expire(7 + 2 * Notice.DONE_NANOS);
        assertThat(notice.messageProperty().get()).isEmpty();
    }

    @Test
    void aProblemStays() {
        notice.show(Notice.Level.PROBLEM, "The disk is full.");
        notice.expire(1);
        notice.expire(2 + Notice.DONE_NANOS);
        assertThat(notice.messageProperty().get()).isEqualTo("The disk is full.");
    }
}
