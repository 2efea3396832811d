package mlpexplorer.ui.images;

import java.util.Optional;
import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.fx.Theme;

/// What sheet is wanted.
///
/// @param part     whose mistakes
/// @param ownScale whether each unit's weights have a scale of their own
/// @param label    the class whose pictures the gallery shows; otherwise some of each
record SheetSpec(Kind kind, Part part, boolean ownScale, Optional<Integer> label, Theme theme) {

    /// What can be seen of a network on pictures.
    enum Kind {
        WEIGHTS,
        MISTAKES,
        GALLERY
    }
}
