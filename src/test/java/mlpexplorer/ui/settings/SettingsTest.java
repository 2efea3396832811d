package mlpexplorer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mlpexplorer.ui.fx.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Settings settings = new Settings(folder);
        settings.theme(ThemeChoice.DARK);
        settings.pictureFolder(folder);
        settings.window(new Settings.Window(1400, 900, true));
        Settings next = new Settings(folder);
        assertThat(next.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(next.pictureFolder()).contains(folder.toAbsolutePath());
        assertThat(next.window()).contains(new Settings.Window(1400, 900, true));
    }

    @Test
    void aFirstStartFollowsTheSystemAndKnowsNoFolder() {
        Settings settings = new Settings(folder.resolve("none"));
        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.pictureFolder()).isEmpty();
        assertThat(settings.window()).isEmpty();
    }

    @Test
    void nonsenseInTheFileCountsAsAbsent() throws IOException {
        Files.writeString(folder.resolve("settings.properties"), "theme=PINK\nwindow.width=-3\nwindow.height=x\npictures=\\u0000");
        Settings settings = new Settings(folder);
        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.window()).isEmpty();
        assertThat(settings.pictureFolder()).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenStandsInNobodysWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Settings settings = new Settings(file.resolve("below"));
        settings.theme(ThemeChoice.LIGHT);
        assertThat(settings.theme()).isEqualTo(ThemeChoice.LIGHT);
    }
}
