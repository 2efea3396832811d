/// JavaFX building blocks that are independent of networks: number fields, sliders, sections,
/// colors, pictures as PNG and SVG, icon buttons, tooltips and the theme.
///
/// - **Owns**: the controls, the themes, and the texts of the window ([Messages]).
/// - **Depends on**: JavaFX, ControlsFX (`RangeSlider`), AtlantaFX, Ikonli; of this project only
///   `data.io` ([mlpexplorer.data.io.AtomicFile]) and `nn` (number formats).
/// - **Thread**: the FX thread, except for the encoding of [PngFile] and pure classes
///   ([NumberRange], [Scale], [ClassColors]), which any thread may use.
/// - **Decisions**: [SvgFile] reads the nodes of a picture, so nothing is drawn twice; what is on a
///   canvas is drawn by a [Pen], which is the canvas or makes shapes. The value property of a
///   control is its state; a slider and its text field only display it. Invalid input is marked and
///   never reaches the property.
@NullMarked
package mlpexplorer.ui.controls;

import org.jspecify.annotations.NullMarked;
