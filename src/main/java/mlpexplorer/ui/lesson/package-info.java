/// The strip of the lesson in progress, and the form that makes a lesson.
///
/// - **Owns**: [LessonStrip], [LessonForm].
/// - **Depends on**: `ui.controls`, `ui.workbench`, `experiment`.
/// - **Thread**: the FX thread.
/// - **Decisions**: what a step locks is enforced by the workbench, not here.
@NullMarked
package mlpexplorer.ui.lesson;

import org.jspecify.annotations.NullMarked;
