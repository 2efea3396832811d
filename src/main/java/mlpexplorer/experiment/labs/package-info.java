/// The computations of the labs, independent of the window.
///
/// - **Owns**: [GradientLab] with its [StepCurve], [OptimizerComparison] (several runs in parallel)
///   with [BatchLab], [OptimizerRace] and [InitLab], [RateRange], [Symmetry], [WorkedSample],
///   [LinearBaseline].
/// - **Depends on**: `experiment`, `experiment.sweep`, `training`, `data`, `nn`.
/// - **Thread**: the caller's; long computations accept a stop condition.
/// - **Decisions**: a lab uses the same trainer as everything else and only selects what to
///   compare, so its runs are reproducible.
@NullMarked
package mlpexplorer.experiment.labs;

import org.jspecify.annotations.NullMarked;
