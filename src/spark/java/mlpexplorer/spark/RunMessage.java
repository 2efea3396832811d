package mlpexplorer.spark;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A run for an executor.
///
/// @param files indices of its data files among those of the sweep
/// @param names paths of these files on the driver
record RunMessage(RunSpec spec, List<Integer> files, List<String> names) {

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] json = SpecJson.canonical(spec).getBytes(StandardCharsets.UTF_8);
            out.writeInt(json.length);
            out.write(json);
            out.writeInt(files.size());
            for (int i = 0; i < files.size(); i++) {
                out.writeInt(files.get(i));
                out.writeUTF(names.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to.", e);
        }
        return bytes.toByteArray();
    }

    /// The message in bytes written by [#bytes].
    static RunMessage read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            RunSpec spec =
                    SpecJson.read(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            List<Integer> files = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                files.add(in.readInt());
                names.add(in.readUTF());
            }
            return new RunMessage(spec, files, names);
        } catch (IOException e) {
            throw new UncheckedIOException("The driver writes complete messages.", e);
        }
    }
}
