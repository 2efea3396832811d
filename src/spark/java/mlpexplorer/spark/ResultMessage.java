package mlpexplorer.spark;

import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Score;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.UpdateLog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The bytes of a [FinishedRun], with every bit of its numbers.
final class ResultMessage {
    private ResultMessage() {}

    /// [RunTask#TRAINED] and the run.
    static byte[] bytes(FinishedRun run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(RunTask.TRAINED);
            out.writeUTF(run.started().toString());
            write(out, run.end());
            write(out, run.log());
            out.writeInt(run.losses().size());
            chunks(out, run.losses().chunks());
            byte[] weights = Npz.bytes(run.parameters());
            out.writeInt(weights.length);
            out.write(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to.", e);
        }
        return bytes.toByteArray();
    }

    /// The run in bytes written by [#bytes].
    static FinishedRun read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            Instant started = Instant.parse(in.readUTF());
            RunEnd end = end(in);
            MetricLog.View log = log(in);
            int losses = in.readInt();
            UpdateLog.View updates = new UpdateLog.View(chunks(in), losses);
            Parameters weights = Npz.read(in.readNBytes(in.readInt()));
            return new FinishedRun(started, end, log, updates, weights);
        } catch (IOException e) {
            throw new UncheckedIOException("Executors write complete messages.", e);
        }
    }

    private static void write(DataOutputStream out, RunEnd end) throws IOException {
        switch (end.outcome()) {
            case Outcome.Finished(StopReason reason) -> out.writeUTF(reason.name());
            case Outcome.Diverged(Divergence where) -> {
                out.writeUTF("");
                out.writeLong(where.epoch());
                out.writeInt(where.layer());
                out.writeDouble(where.loss());
            }
            case Outcome.Stopped _ ->
                    throw new IllegalArgumentException("A stopped run has no result.");
        }
        out.writeLong(end.epochs());
        out.writeLong(end.updates());
        out.writeDouble(end.seconds());
        EpochMetrics metrics = end.metrics();
        out.writeLong(metrics.epoch());
        out.writeLong(metrics.updates());
        for (Score score : List.of(metrics.train(), metrics.validation(), metrics.test())) {
            out.writeDouble(score.loss());
            out.writeDouble(score.metric());
        }
        out.writeDouble(metrics.penalty());
        out.writeDouble(metrics.rate());
    }

    private static RunEnd end(DataInputStream in) throws IOException {
        String reason = in.readUTF();
        Outcome outcome =
                reason.isEmpty()
                        ? new Outcome.Diverged(
                                new Divergence(in.readLong(), in.readInt(), in.readDouble()))
                        : new Outcome.Finished(StopReason.valueOf(reason));
        return new RunEnd(
                outcome,
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                new EpochMetrics(
                        in.readLong(),
                        in.readLong(),
                        score(in),
                        score(in),
                        score(in),
                        in.readDouble(),
                        in.readDouble()));
    }

    private static Score score(DataInputStream in) throws IOException {
        return new Score(in.readDouble(), in.readDouble());
    }

    private static void write(DataOutputStream out, MetricLog.View log) throws IOException {
        out.writeInt(log.finalSize());
        chunks(out, log.chunks());
        chunks(out, List.<double[][]>of(log.pending()));
        out.writeLong(log.bestEpoch());
        out.writeInt(log.marked().size());
        for (long epoch : log.marked()) {
            out.writeLong(epoch);
        }
    }

    private static MetricLog.View log(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<double[][]> chunks = chunks(in);
        double[][] pending = chunks(in).getFirst();
        long best = in.readLong();
        List<Long> marked = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            marked.add(in.readLong());
        }
        return new MetricLog.View(chunks, size, pending, best, List.copyOf(marked));
    }

    private static void chunks(DataOutputStream out, List<double[][]> chunks) throws IOException {
        out.writeInt(chunks.size());
        for (double[][] chunk : chunks) {
            out.writeInt(chunk.length);
            for (double[] column : chunk) {
                out.writeInt(column.length);
                for (double value : column) {
                    out.writeDouble(value);
                }
            }
        }
    }

    private static List<double[][]> chunks(DataInputStream in) throws IOException {
        List<double[][]> chunks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            double[][] chunk = new double[in.readInt()][];
            for (int c = 0; c < chunk.length; c++) {
                chunk[c] = new double[in.readInt()];
                for (int row = 0; row < chunk[c].length; row++) {
                    chunk[c][row] = in.readDouble();
                }
            }
            chunks.add(chunk);
        }
        return List.copyOf(chunks);
    }
}
