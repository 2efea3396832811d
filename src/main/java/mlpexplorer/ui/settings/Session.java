package mlpexplorer.ui.settings;

import java.util.OptionalDouble;

/// The state of the window when it was closed.
///
/// @param page name of the page
/// @param tab index of the tab beside the boundary, from 0
/// @param divider the boundary's share of the width, 0 to 1, if the user has set it
/// @param pace maximum epochs per second; infinity for full speed
public record Session(String page, int tab, OptionalDouble divider, double pace) {
    public Session {
        boolean sound = tab >= 0 && divider.orElse(0) >= 0 && divider.orElse(0) <= 1 && pace > 0;
        if (!sound) {
            throw new IllegalArgumentException(
                    "Not the state of a window: " + tab + ", " + divider + ", " + pace);
        }
    }
}
