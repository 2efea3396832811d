package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.SpecJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PredictCommandTest {
    @TempDir private Path folder;

    private Path trained(String... settings) {
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        "train", "--no-store", "--quiet", "--out", folder + "/run"),
                                Arrays.stream(settings).flatMap(each -> Stream.of("--set", each)))
                        .toList();
        assertThat(Ran.with(arguments.toArray(String[]::new))).isEqualTo(new Ran(0, "", ""));
        return folder.resolve("run/model.mlpm.zip");
    }

    private Ran predict(Path model, Path data, String... more) {
        return Ran.with(
                Stream.concat(
                                Stream.of(
                                        "predict",
                                        "--model",
                                        model.toString(),
                                        "--out",
                                        folder + "/p.csv",
                                        data.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path iris;
    private List<String> rows;

    @BeforeEach
    void trainOnIris() throws IOException {
        iris = trained("data.type=iris", "training.stop.epochs=30");
        rows = Files.readAllLines(Path.of("data/iris.csv"));
    }

    private Path file(String name, Stream<String> lines) throws IOException {
        return Files.writeString(
                folder.resolve(name), lines.collect(Collectors.joining("\n", "", "\n")));
    }

    private static String swapped(String row) {
        String[] fields = row.split(",");
        return String.join(",", fields[4], fields[3], fields[2], fields[1], fields[0]);
    }

    @Test
    void labeledRowsAreMeasured() throws IOException {
        Ran ran = predict(iris, Path.of("data/iris.csv"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("150 rows written to " + folder + "/p.csv\nloss ");
        assertThat(ran.out().lines().toList().get(2)).startsWith("true \\ predicted");
        List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
        assertThat(lines).hasSize(151);
        assertThat(lines.getFirst()).isEqualTo("row,class,p_setosa,p_versicolor,p_virginica");
        double sum =
                Arrays.stream(lines.get(1).split(","))
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(lines.get(1)).startsWith("0,setosa,0.9");
    }

    @Test
    void columnsAreFoundByNameWithAndWithoutLabels() throws IOException {
        predict(iris, Path.of("data/iris.csv"));
        String expected = Files.readString(folder.resolve("p.csv"));
        Path swapped = file("swapped.csv", rows.stream().map(PredictCommandTest::swapped));
        assertThat(predict(iris, swapped).out()).contains("accuracy");
        assertThat(folder.resolve("p.csv")).hasContent(expected);
        Path bare =
                file("bare.csv", rows.stream().map(row -> row.substring(0, row.lastIndexOf(','))));
        assertThat(predict(iris, bare).out())
                .isEqualTo("150 rows written to " + folder + "/p.csv\n");
        assertThat(folder.resolve("p.csv")).hasContent(expected);
        Path headless = file("headless.csv", Files.readAllLines(bare).stream().skip(1));
        assertThat(predict(iris, headless).code()).isZero();
        assertThat(folder.resolve("p.csv")).hasContent(expected);
    }

    @Test
    void kaggleNumbersRowsFromOne() throws IOException {
        predict(iris, Path.of("data/iris.csv"), "--kaggle");
        assertThat(Files.readAllLines(folder.resolve("p.csv")))
                .hasSize(151)
                .startsWith("ImageId,Label", "1,setosa");
    }

    @Test
    void dataThatDoNotFitAreTold() throws IOException {
        String header = rows.getFirst();
        Path missing =
                file("missing.csv", rows.stream().map(row -> row.substring(row.indexOf(',') + 1)));
        Path extra =
                file(
                        "extra.csv",
                        rows.stream().map(row -> row + (row.equals(header) ? ",id" : ",7")));
        Path unknown =
                file("unknown.csv", rows.stream().map(row -> row.replace("virginica", "rose")));
        Path text = file("text.csv", rows.stream().map(row -> row.replace("5.1,3.5", "5.1,big")));
        assertThat(predict(iris, missing).err())
                .contains("has no column \"" + header.split(",")[0] + "\"");
        assertThat(predict(iris, extra).err()).contains("extra.csv has the column \"");
        assertThat(predict(iris, unknown).err())
                .contains(
                        "line 102, column 5",
                        "is \"rose\", but the model knows the classes setosa, ");
        assertThat(predict(iris, text).err())
                .contains("line 2, column 2", "is \"big\", but must be a number.");
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThat(predict(iris, empty).err())
                .contains("empty.csv is empty, but must be a table of features.");
        for (Path file : List.of(missing, extra, unknown, text, empty, folder)) {
            Ran ran = predict(iris, file);
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err().lines()).hasSize(1);
        }
        assertThat(folder.resolve("p.csv")).doesNotExist();
    }

    @Test
    void evaluateNeedsLabelsAndWritesNothing() throws IOException {
        Ran ran = Ran.with("evaluate", "--model", iris.toString(), "data/iris.csv", "--json");
        assertThat(ran.out()).startsWith("{\"rows\": 150, \"labelled\": 150, \"loss\": ");
        Path bare =
                file("bare.csv", rows.stream().map(row -> row.substring(0, row.lastIndexOf(','))));
        Ran none = Ran.with("evaluate", "--model", iris.toString(), bare.toString());
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("has no labels");
    }

    private Path idx(String name, int[] sizes, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length);
        bytes.putInt(0x0800 | sizes.length);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return Files.write(folder.resolve(name), bytes.put(content).array());
    }

    private Path npy(String name, String shape, byte[] content) throws IOException {
        return npy(name, shape, "|u1", content);
    }

    private Path npy(String name, String shape, String type, byte[] content) throws IOException {
        String header =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x93);
        bytes.write(
                ("NUMPY\1\0" + (char) header.length() + "\0" + header)
                        .getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(content);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void labelsAreNamesOfClassesOrTheirIndices() throws IOException {
        byte[] features = new byte[3 * 4];
        Path data = npy("x.npy", "(3, 4)", features);
        Ran known = predict(iris, data, npy("y.npy", "(3,)", new byte[] {0, 1, 2}).toString());
        assertThat(known.out()).contains("accuracy 33.3%");
        assertThat(predict(iris, data, npy("y.npy", "(3,)", new byte[] {0, 1, 3}).toString()).err())
                .contains("y.npy, row 2 is \"3\", but the model knows the classes setosa, ");
        Path fractions = npy("y.npy", "(3,)", "<f2", new byte[] {0, 0, 0, 0x38, 0, 0});
        assertThat(predict(iris, data, fractions.toString()).err())
                .contains("y.npy contains 0.5 at [1], but classes must be whole numbers");
        Path names =
                npy(
                        "y.npy",
                        "(3,)",
                        "|S10",
                        "setosa\0\0\0\0versicolorvirginica\0"
                                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(predict(iris, data, names.toString())).isEqualTo(known);
    }

    @Test
    void picturesComeAsIdxNpyOrCsv() throws IOException {
        byte[] pixels = new byte[40 * 4];
        byte[] labels = new byte[40];
        for (int i = 0; i < 40; i++) {
            labels[i] = (byte) (i % 2);
            pixels[4 * i + i % 2] = (byte) (200 + i);
            pixels[4 * i + 3] = (byte) i;
        }
        Path images = idx("images", new int[] {40, 2, 2}, pixels);
        Path digits = idx("labels", new int[] {40}, labels);
        Path model =
                trained(
                        "data.type=idx",
                        "data.images=" + images,
                        "data.labels=" + digits,
                        "training.stop.epochs=50");
        Ran ran = predict(model, images, digits.toString());
        assertThat(ran.out()).contains("accuracy 100.0%");
        String expected = Files.readString(folder.resolve("p.csv"));
        assertThat(
                        predict(
                                        model,
                                        npy("x.npy", "(40, 2, 2)", pixels),
                                        npy("y.npy", "(40,)", labels).toString())
                                .out())
                .isEqualTo(ran.out());
        assertThat(folder.resolve("p.csv")).hasContent(expected);
        Stream<String> csv =
                Stream.iterate(0, i -> i < 40, i -> i + 1)
                        .map(i ->
                                labels[i]
                                        + ","
                                        + (pixels[4 * i] & 0xff)
                                        + ","
                                        + (pixels[4 * i + 1] & 0xff)
                                        + ",0,"
                                        + pixels[4 * i + 3]);
        Path kaggle =
                file(
                        "train.csv",
                        Stream.concat(Stream.of("label,pixel0,pixel1,pixel2,pixel3"), csv));
        assertThat(predict(model, kaggle).out()).isEqualTo(ran.out());
        assertThat(folder.resolve("p.csv")).hasContent(expected);
        assertThat(predict(model, npy("x.npy", "(39, 2, 2)", pixels), digits.toString()).code())
                .isEqualTo(3);
        assertThat(
                        predict(
                                        model,
                                        npy("x.npy", "(39, 2, 2)", pixels),
                                        npy("y.npy", "(40,)", labels).toString())
                                .err())
                .contains("y.npy has 40 labels, but ", "x.npy has 39 rows.");
        assertThat(predict(model, kaggle, digits.toString()).err())
                .contains("train.csv is a table, whose labels are one of its columns");
        assertThat(predict(model, folder.resolve("p.csv")).err()).contains("holds the data");
        Ran other = predict(model, idx("wide", new int[] {40, 1, 4}, pixels));
        assertThat(other.err())
                .contains("has pictures of 1 × 4 pixels, but the model needs 2 × 2 pixels.");
    }

    @Test
    void regressionsPredictValuesInTheUnitsOfTheData() throws IOException {
        Path model = trained("data.type=curve", "training.stop.epochs=5", "data.split=[1,0,0]");
        String spec = folder + "/run/spec.json";
        Dataset rows = SpecJson.read(Files.readString(Path.of(spec))).splitData().dataset();
        Path data = AtomicFile.write(folder.resolve("curve.csv"), CsvTable.of(rows));
        assertThat(Files.readAllLines(data).getFirst()).isEqualTo("x,target");
        Ran ran = predict(model, data, "--json");
        assertThat(ran.err()).isEmpty();
        List<String> lines = Files.readAllLines(folder.resolve("p.csv"));
        assertThat(lines).hasSize(41).startsWith("row,value");
        double squares = 0;
        for (int row = 0; row < 40; row++) {
            double value = Double.parseDouble(lines.get(row + 1).split(",")[1]);
            squares += Math.pow(value - rows.samples().target(row), 2);
        }
        JsonNode json = new ObjectMapper().readTree(ran.out());
        List<String> metrics = Files.readAllLines(folder.resolve("run/metrics.csv"));
        String[] last = metrics.getLast().split(",");
        assertThat(json.path("labelled").asInt()).isEqualTo(40);
        assertThat(json.path("loss").asDouble())
                .isCloseTo(Double.parseDouble(last[3]), within(1e-12));
        assertThat(json.path("r2").asDouble())
                .isCloseTo(Double.parseDouble(last[4]), within(1e-12));
        assertThat(json.path("rmse").asDouble()).isCloseTo(Math.sqrt(squares / 40), within(1e-12));
        Ran text = Ran.with("evaluate", "--model", model.toString(), data.toString());
        assertThat(text.out()).startsWith("40 rows\nloss ").contains(", R² ", ", RMSE ");
        assertThat(predict(model, data, "--kaggle").err())
                .contains("needs a model of classes, not of a regression");
    }

    @Test
    void targetsOfARegressionMustBeNumbers() throws IOException {
        Path model = trained("data.type=curve", "training.stop.epochs=2");
        Path words = file("words.csv", Stream.of("x,target", "1,0.5", "2,high"));
        assertThat(predict(model, words).err())
                .contains("line 3, column 2 (target) is \"high\", but must be a number.");
        Path extra = file("extra.csv", Stream.of("x,weight", "1,0.5", "2,0.6"));
        assertThat(predict(model, extra).err())
                .contains(
                        "has the column \"weight\", which is neither a feature of the model nor"
                                + " holds its target; remove it.");
        Path bare = file("bare.csv", Stream.of("1,0.5", "2,0.6"));
        assertThat(predict(model, bare).out()).contains("R²");
    }

    @Test
    void aStoredRunPredictsToo() {
        String store = folder.resolve("runs.db").toString();
        Ran.with(
                "train",
                "--quiet",
                "--store",
                store,
                "--set",
                "data.type=iris",
                "--set",
                "training.stop.epochs=5");
        Ran ran = Ran.with("evaluate", "--run", "last", "--store", store, "data/iris.csv");
        assertThat(ran.out()).startsWith("150 rows\nloss ");
    }
}
