/// The engines of the learning tools: what the courses ask students to do by hand, without a window.
///
/// - **Owns**: [GradientLab] with its [StepCurve], [Contest] (several runs abreast) with [BatchLab], [OptimizerRace] and
///   [InitLab] as its line-ups, [Symmetry], [WorkedSample], [LinearGhost].
/// - **Depends on**: `experiment`, `experiment.sweep`, `training`, `data`, `nn`.
/// - **Thread**: the caller's; whoever waits passes a way to stop.
/// - **Decisions**: a lab trains with the same trainer as everything else and only chooses what runs side by side, so that
///   its curves are those of runs anybody can repeat.
@NullMarked
package mlpexplorer.experiment.lab;

import org.jspecify.annotations.NullMarked;
