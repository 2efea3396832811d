/// Lessons: steps with a text, locked settings and goals that the program checks.
///
/// - **Owns**: [Lesson] with its [Goal]s and [Control]s, its file ([LessonFile]) and the lessons
///   that come with the program ([Lessons]); what a student has done ([LessonProgress]), its record
///   in a bundle ([LessonRecord]), and the check of that record ([Grader]).
/// - **Depends on**: `experiment`, `training`, `data`, `nn`.
/// - **Thread**: the caller's; [Grader] accepts a stop condition.
/// - **Decisions**: a lesson is data only. It names no file and evaluates no expression. A grade
///   depends on runs that are trained again, never on recorded metrics.
@NullMarked
package mlpexplorer.experiment.lesson;

import org.jspecify.annotations.NullMarked;
