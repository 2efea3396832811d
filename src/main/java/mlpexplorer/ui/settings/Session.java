package mlpexplorer.ui.settings;

import java.util.OptionalDouble;

/// How the window was left: what was in sight, and how fast runs went.
///
/// @param page    name of the page
/// @param tab     place of the tab beside the boundary, from 0
/// @param divider the boundary's share of the width, 0 to 1, if the user has settled that
/// @param pace    epochs a second at most; infinity is as fast as the machine can
public record Session(String page, int tab, OptionalDouble divider, double pace) {
    public Session {
        boolean sound = tab >= 0 && divider.orElse(0) >= 0 && divider.orElse(0) <= 1 && pace > 0;
        if (!sound) {
            throw new IllegalArgumentException("No window was ever left like this: " + tab + ", " + divider + ", " + pace);
        }
    }
}
