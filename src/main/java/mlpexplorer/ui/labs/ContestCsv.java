package mlpexplorer.ui.labs;

import java.util.List;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.experiment.lab.Standing;

/// The curves of several runs in one table: those of each under its name.
final class ContestCsv {
    private ContestCsv() {}

    /// `run,epoch,update,seconds,train_loss,…`, a line an epoch a run.
    static String curves(List<Standing> standings) {
        StringBuilder text = new StringBuilder();
        for (Standing one : standings) {
            String[] lines = RunTables.metrics(one.log()).split("\n");
            if (text.isEmpty()) {
                text.append("run,").append(lines[0]).append('\n');
            }
            for (int i = 1; i < lines.length; i++) {
                text.append(one.entrant().name()).append(',').append(lines[i]).append('\n');
            }
        }
        return text.toString();
    }
}
