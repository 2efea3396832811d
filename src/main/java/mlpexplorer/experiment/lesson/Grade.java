package mlpexplorer.experiment.lesson;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The grade of one bundle.
///
/// @param student file name of the bundle without `.zip`
/// @param graded whether the bundle could be graded
/// @param goals whether each goal is met, in the order of the lesson; empty if not graded
/// @param runs recorded number of runs
/// @param seconds recorded time in the lesson
/// @param run the run of the bundle, trained again, if it can be
/// @param note a sentence about what is wrong; empty if nothing is
public record Grade(
        String student,
        boolean graded,
        List<Boolean> goals,
        int runs,
        double seconds,
        Optional<Attempt> run,
        String note) {
    public Grade {
        goals = List.copyOf(goals);
    }

    /// A bundle that cannot be graded.
    static Grade failed(String student, String note) {
        return new Grade(student, false, List.of(), 0, 0, Optional.empty(), note);
    }

    /// The number of goals that are met.
    public long goalsMet() {
        return goals.stream().filter(met -> met).count();
    }

    /// One row per bundle: goals met, each goal as 1 or 0, the recorded number of runs and time,
    /// the metrics of the run, and the note.
    public static CsvTable table(Lesson lesson, List<Grade> grades) {
        Task.Metric metric = lesson.spec().data().metric();
        List<String> header = new ArrayList<>(List.of("student", "goals_met", "goals"));
        for (int step = 0; step < lesson.steps().size(); step++) {
            for (int goal = 0; goal < lesson.steps().get(step).goals().size(); goal++) {
                header.add("step_" + (step + 1) + "_goal_" + (goal + 1));
            }
        }
        header.addAll(List.of("runs", "seconds", "parameters", "epochs"));
        for (Split.Part part : Split.Part.values()) {
            String name = part.key();
            header.addAll(List.of(name + "_loss", name + "_" + metric.key()));
        }
        header.add("note");
        return new CsvTable(
                header, grades.stream().map(grade -> grade.fields(lesson.goals())).toList());
    }

    private List<String> fields(int all) {
        List<String> fields = new ArrayList<>();
        fields.add(student);
        fields.add(graded ? Long.toString(goalsMet()) : "");
        fields.add(Integer.toString(all));
        for (int i = 0; i < all; i++) {
            fields.add(graded ? goals.get(i) ? "1" : "0" : "");
        }
        fields.add(graded ? Integer.toString(runs) : "");
        fields.add(graded ? ShortestDecimal.text(seconds) : "");
        fields.add(run.map(known -> Long.toString(known.parameters())).orElse(""));
        fields.add(run.map(known -> Long.toString(known.epochs())).orElse(""));
        for (Split.Part part : Split.Part.values()) {
            Score score = run.map(known -> known.score(part)).orElse(Score.NONE);
            fields.add(number(score.loss()));
            fields.add(number(score.metric()));
        }
        fields.add(note);
        return fields;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : ShortestDecimal.text(value);
    }

    /// The same as a JSON array.
    public static String json(Lesson lesson, List<Grade> grades) {
        Task.Metric metric = lesson.spec().data().metric();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Grade grade : grades) {
            ObjectNode json = array.addObject();
            json.put("student", grade.student()).put("graded", grade.graded());
            json.put("goalsMet", grade.goalsMet()).put("goals", lesson.goals());
            grade.goals().forEach(json.putArray("met")::add);
            json.put("runs", grade.runs()).put("seconds", grade.seconds());
            grade.run()
                    .ifPresent(run -> {
                        json.put("parameters", run.parameters()).put("epochs", run.epochs());
                        for (Split.Part part : Split.Part.values()) {
                            json.putObject(part.key())
                                    .put("loss", run.score(part).loss())
                                    .put(metric.key(), run.score(part).metric());
                        }
                    });
            json.put("note", grade.note());
        }
        return JsonText.line(array);
    }
}
