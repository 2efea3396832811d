package mlpexplorer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.settings.Settings.PictureOptions;
import mlpexplorer.ui.settings.Settings.Session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

class SettingsTest {
    @TempDir Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Settings settings = new Settings(folder);
        settings.theme(ThemeChoice.DARK);
        settings.folder(Settings.Folder.EXPORTS, folder);
        settings.window(new Settings.Window(1400, 900, true));
        Settings next = new Settings(folder);
        assertThat(next.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(next.folder(Settings.Folder.EXPORTS)).contains(folder.toAbsolutePath());
        assertThat(next.window()).contains(new Settings.Window(1400, 900, true));
    }

    @Test
    void aFirstStartFollowsTheSystemAndKnowsNoFolder() {
        Settings settings = new Settings(folder.resolve("none"));
        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.folder(Settings.Folder.EXPORTS)).isEmpty();
        assertThat(settings.window()).isEmpty();
    }

    @Test
    void nonsenseInTheFileCountsAsAbsent() throws IOException {
        Files.writeString(
                folder.resolve("settings.properties"),
                "theme=PINK\nwindow.width=-3\nwindow.height=x\npictures=\\u0000");
        Settings settings = new Settings(folder);
        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(settings.window()).isEmpty();
        assertThat(settings.folder(Settings.Folder.EXPORTS)).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeWrittenStandsInNobodysWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Settings settings = new Settings(file.resolve("below"));
        settings.theme(ThemeChoice.LIGHT);
        assertThat(settings.theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void theWindowComesBackAsItWasLeft() {
        RunSpec spec = new RunSpec().withData(new DataSpec.Moons());
        Session left = new Session("labs", 1, OptionalDouble.of(0.25), Double.POSITIVE_INFINITY);
        new Settings(folder).saveSession(spec, left);
        Settings next = new Settings(folder);
        assertThat(next.spec()).contains(spec);
        assertThat(next.session()).contains(left);
        Session untouched = new Session("labs", 1, OptionalDouble.empty(), 30);
        next.saveSession(spec, untouched);
        assertThat(new Settings(folder).session()).contains(untouched);
        assertThat(next.hintsDismissed()).isFalse();
        next.dismissFirstSteps();
        assertThat(new Settings(folder).hintsDismissed()).isTrue();
    }

    @Test
    void howPicturesAreSavedIsRemembered() {
        PictureOptions options =
                new PictureOptions(PictureOptions.Format.SVG, 4, Optional.of(Theme.DARK), false);
        Settings settings = new Settings(folder);
        assertThat(settings.pictures()).isEqualTo(new PictureOptions());
        settings.pictures(options);
        assertThat(new Settings(folder).pictures()).isEqualTo(options);
        assertThatThrownBy(() -> options.withScale(3)).hasMessageContaining("not at 3");
    }

    @Test
    void aSpecificationThatIsNoneAndASessionThatNeverWasCountAsAbsent() throws IOException {
        Files.writeString(
                folder.resolve("settings.properties"),
                "spec={\"data\": 1}\n"
                        + "session.page=labs\n"
                        + "session.tab=-1\n"
                        + "session.divider=7\n"
                        + "session.pace=x");
        Settings settings = new Settings(folder);
        assertThat(settings.spec()).isEmpty();
        assertThat(settings.session()).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAside() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("settings.properties"),
                        new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});
        Settings settings = new Settings(folder);
        assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("settings.properties.damaged")).hasSize(4);
        settings.theme(ThemeChoice.DARK);
        assertThat(new Settings(folder).theme()).isEqualTo(ThemeChoice.DARK);
    }
}
