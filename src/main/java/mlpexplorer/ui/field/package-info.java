/// Pictures of a network's class probabilities on a plane, shared by all panes that show a
/// boundary.
///
/// - **Owns**: [PlaneView] (the plane), [Domain] (its visible part), [Field] (values),
///   [FieldEvaluator] (network to values), [FieldPainter] (values to colors), [ContourTracer],
///   [FieldSampler] (the whole pipeline on its own thread), [FieldThumbnail] (the whole pipeline in
///   the calling thread), [PointStyle].
/// - **Depends on**: `ui.controls`, `ui.concurrent`, `training`, `data`, `nn`.
/// - **Thread**: each [FieldSampler] owns one; everything else runs on the caller's thread.
/// - **Decisions**: single precision, since a screen needs three digits; independent of all panes.
@NullMarked
package mlpexplorer.ui.field;

import org.jspecify.annotations.NullMarked;
