/// A network's class probabilities over a plane, as pictures: the kit of every pane that shows a boundary.
///
/// - **Owns**: [PlaneView] (what plane), [Domain] (what stretch of it), [Field] (numbers), [FieldEvaluator] (network to
///   numbers), [FieldPainter] (numbers to colours), [ContourTracer], [FieldSampler] (all of that on a thread of its own),
///   [FieldThumbnail] (all of that at once, in any thread), [PointStyle].
/// - **Depends on**: `ui.fx`, `training`, `data`, `nn`.
/// - **Thread**: each [FieldSampler] has one; the rest belongs to its caller.
/// - **Decisions**: single precision, since a screen needs three digits; no pane is known here.
@NullMarked
package mlpexplorer.ui.field;

import org.jspecify.annotations.NullMarked;
