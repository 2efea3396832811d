/// JavaFX building blocks that know nothing of networks: the frame pump, background jobs, number entry, sliders,
/// sections, the pixel grid with its colours, pictures as PNG, icon buttons and the theme.
///
/// - **Owns:** the one `AnimationTimer`, the only `Platform.runLater`, and the threads of [BackgroundJobs] and [Worker].
/// - **Depends on:** JavaFX, ControlsFX (`RangeSlider`), AtlantaFX, Ikonli; of this project only `training.Latest`, the one-slot mailbox, and
///   `data.io.WholeFile`.
/// - **Thread:** everything on the FX thread, except work handed to [Jobs], [PngFile]'s encoding, and the pure classes
///   ([NumberRange], [Scale], [ClassColors], [PulseMeter]), which any thread may use.
/// - **Decisions:** a control's value property *is* its state, a slider and its typed field only show it, so a value set by
///   code never echoes. What a user types wrongly is shown as wrong and never reaches the property.
///   Looks are in `explorer.css`, texts in `messages.properties` beside this package's resources.
@NullMarked
package mlpexplorer.ui.fx;

import org.jspecify.annotations.NullMarked;
