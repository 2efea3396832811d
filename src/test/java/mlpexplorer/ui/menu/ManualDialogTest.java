package mlpexplorer.ui.menu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManualDialogTest {
    @Test
    void linesOfAnEntryAreJoinedAndPicturesLeftOut() {
        assertThat(
                        ManualDialog.blocks(
                                """
                                # Manual

                                - [The window](#the-window)

                                ## The window

                                - **Data**: two circles,
                                  and more.
                                - **Model**: layers.

                                | key | action |
                                |---|---|
                                | L | layout |

                                ![A picture](a.png)

                                A text
                                of two lines.

                                ```
                                SELECT 1
                                ```
                                """))
                .containsExactly(
                        "## The window",
                        "- **Data**: two circles, and more.",
                        "- **Model**: layers.",
                        "| key | action |",
                        "| L | layout |",
                        "A text of two lines.",
                        "` SELECT 1 `");
    }
}
