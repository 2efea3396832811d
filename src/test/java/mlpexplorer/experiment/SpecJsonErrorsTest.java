package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.data.io.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class SpecJsonErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"training": {"rate": NaN}}             | training.rate is NaN, but must be from 1e-12 to 1,000.
                    {"training": {"rate": 1e999}}           | training.rate is Infinity, but must be from 1e-12 to 1,000.
                    {"training": {"rate": "fast"}}          | training.rate is "fast", but must be a number.
                    {"training": {"rate": null}}            | training.rate is null, but must be a number.
                    {"training": {"rat": 1}}                | training.rat is not known; training has the keys optimizer, rate, schedule, batch, regularizer, dropout, clip, stop, sampling, logEvery, precision.
                    {"trainning": {}}                       | trainning is not known; the specification has the keys data, model, training, seeds.
                    {"training": {"optimizer": "adma"}}     | training.optimizer is "adma", but must be one of sgd, momentum, nesterov, rmsprop, adagrad, adam, adamw.
                    {"training": {"optimizer": {"type": 3}}} | training.optimizer.type is 3, but must be one of sgd, momentum, nesterov, rmsprop, adagrad, adam, adamw.
                    {"training": {"optimizer": {"type": "sgd", "beta1": 0.9}}} | training.optimizer.beta1 is not known; training.optimizer has the key type.
                    {"training": {"optimizer": {"type": "adam", "beta1": 1}}} | training.optimizer.beta1 is 1, but must be at least 0 and below 1.
                    {"training": {"optimizer": [1]}}        | training.optimizer is [1], but must be an object with a type, or one of sgd, momentum, nesterov, rmsprop, adagrad, adam, adamw.
                    {"training": {"regularizer": {"type": "l2", "l2": -1}}} | training.regularizer.l2 is -1, but must be from 0 to 1,000.
                    {"training": {"batch": 0}}              | training.batch is 0, but must be from 1 to 1,000,000.
                    {"training": {"batch": "half"}}         | training.batch is "half", but must be a whole number or "full".
                    {"training": {"batch": 181}}            | training.batch is 181, but must be from 1 to 180 (the number of training rows) or "full".
                    {"training": {"stop": {"patience": 0}}} | training.stop.patience is 0, but must be from 1 to 1,000,000,000.
                    {"training": 3}                         | training is 3, but must be an object with the keys optimizer, rate, schedule, batch, regularizer, dropout, clip, stop, sampling, logEvery, precision.
                    {"model": {"hidden": [8, 0]}}           | model.hidden[1] is 0, but must be from 1 to 1,024.
                    {"model": {"hidden": [1,1,1,1,1,1,1]}}  | model.hidden has 7 layers, but must have from 0 to 6.
                    {"model": {"hidden": "many"}}           | model.hidden is "many", but must be an array, for example [] or [16, 16].
                    {"model": {"hidden": [8, "x"]}}         | model.hidden[1] is "x", but must be a whole number.
                    {"model": {"activation": "step"}}       | model.activation is "step", but must be one of identity, relu, leakyRelu, elu, sigmoid, tanh, softplus, silu, gelu, threshold.
                    {"model": {"activation": 3}}            | model.activation is 3, but must be one of identity, relu, leakyRelu, elu, sigmoid, tanh, softplus, silu, gelu, threshold.
                    {"model": {"activation": ["relu", 1]}}  | model.activation[1] is 1, but must be one of identity, relu, leakyRelu, elu, sigmoid, tanh, softplus, silu, gelu, threshold.
                    {"model": {"hidden": [4], "activation": ["relu", "tanh"]}} | model.activation has 2 names, but must have one for all layers or one for each of the 1 hidden layers.
                    {"training": {"regularizer": {"type": "perLayer", "layers": [{}]}}} | training.regularizer.layers has 1 entries, but must have 3, one for each hidden layer and one for the output.
                    {"training": {"regularizer": {"type": "perLayer", "layers": [{"l3": 1}]}}} | training.regularizer.layers[0].l3 is not known; training.regularizer.layers[0] has the keys l1, l2.
                    {"training": {"regularizer": {"type": "perLayer", "layers": [{"l1": -1}]}}} | training.regularizer.layers[0].l1 is -1, but must be from 0 to 1,000.
                    {"data": {"samples": 3.5}}              | data.samples is 3.5, but must be a whole number.
                    {"data": {"samples": 1e20}}             | data.samples is 1e20, but must be a whole number from -2,147,483,648 to 2,147,483,647.
                    {"data": {"samples": 3}}                | data.samples is 3, but must be from 4 to 5,000.
                    {"data": {"type": "spiral", "samples": 4, "arms": 5}} | data.samples is 4, but 5 arms need at least 5.
                    {"data": {"type": "spiral", "arm": 5}}  | data.arm is not known; data has the keys type, samples, arms, turns, noise, split, standardize, inputs, stratify, folds, fold.
                    {"data": {"split": [0.5, 0.2, 0.2]}}    | data.split is [0.5, 0.2, 0.2], but its three shares must sum to 1.
                    {"data": {"split": [2, 0, -1]}}         | data.split[0] is 2, but must be from 0 to 1.
                    {"data": {"split": [1, 0]}}             | data.split is [1, 0], but must be an array of three shares that sum to 1.
                    {"data": {"standardize": 1}}            | data.standardize is 1, but must be true, false or "center".
                    {"data": {"type": "points", "points": [[0, 0]]}} | data.points[0] is [0, 0], but must be an array [x1, x2, label].
                    {"data": {"type": "points", "points": [[0, 0, 0], [0, 0, 2]]}} | data.points[1].label is 2, but must be from 0 to 1.
                    {"data": {"type": "points", "points": [[0, Infinity, 0]]}} | data.points[0].x2 is Infinity, but must be from -1,000,000 to 1,000,000.
                    {"seeds": {"data": 0.5}}                | seeds.data is 0.5, but must be a whole number.
                    [1]                                     | the specification is [1], but must be an object with the keys data, model, training, seeds.
                    """)
    void saysInOneSentenceWhatIsWrong(String text, String sentence) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(text))
                .withMessage(sentence);
    }

    @Test
    void cutsALongValueShort() {
        String text = "{\"training\": {\"rate\": \"" + "x".repeat(500) + "\"}}";
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(text))
                .withMessage("training.rate is \"" + "x".repeat(39) + "..., but must be a number.");
    }

    @Test
    void refusesAKeyGivenTwice() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read("{\"model\": {}, \"model\": {}}"))
                .withMessageContaining("line 1")
                .withMessageContaining("\"model\" appears twice.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html></html> | a web page",
                "%PDF-1.7 | a PDF document",
                "{\"cells\": [], | a Jupyter notebook"
            })
    void filesOfOtherKindsAreCalledWhatTheyAre(String text, String kind, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("spec.json"), text);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessage(file + " must be a JSON file, but this looks like " + kind + ".");
    }

    @Test
    void namesFileLineAndColumnOfMalformedText(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("bad.json"), "{\"training\":\n  {\"rate\" 0.1}}");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessageStartingWith(file + ", line 2, column 11: not valid JSON: ")
                .withMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {a: 1}          | , line 1, column 2: not valid JSON: a name in double quotes is expected, not "a".
                    {"a" 1}         | , line 1, column 6: not valid JSON: a colon is expected, not "1".
                    {"a": 1 "b": 2} | , line 1, column 9: not valid JSON: a comma is expected, not "\"".
                    {"a": adam}     | , line 1, column 7: not valid JSON: "adam" is not a value; a text needs double quotes.
                    {"a": .5}       | , line 1, column 7: not valid JSON: "." is not expected here.
                    {"a": 1         | , line 1, column 8: not valid JSON: it ends too early.
                    {} {}           | , line 1, column 4: not valid JSON: there is more after its end.
                    """)
    void tellsWhatIsWrongWithMalformedTextInItsOwnWords(String text, String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(text))
                .withMessage("The specification" + message);
    }

    @Test
    void textsBeyondTheLimitsOfTheParserAreRefusedInItsOwnWords() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read("[".repeat(2000)))
                .withMessage("The specification: not valid JSON: it is nested too deeply.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read("{\"a\": " + "1".repeat(2000) + "}"))
                .withMessage(
                        "The specification: not valid JSON: a number, text or name in it is too"
                                + " long.");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.set(new RunSpec(), List.of("a.".repeat(20_000) + "a=1")))
                .withMessageEndingWith(" is nested too deeply.");
    }

    @Test
    void namesTheFileOfAValueOutOfRange(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("bad.json"), "{\"training\": {\"dropout\": 2}}");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessage(file + ": training.dropout is 2, but must be at least 0 and below 1.");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(" "))
                .withMessage("The specification is empty, but must be a JSON object.");
    }

    @Test
    void refusesWhatFollowsTheObject() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read("{} {}"))
                .withMessageContaining("column 4");
    }

    @Test
    void refusesAMissingFile(@TempDir Path folder) {
        Path file = folder.resolve("none.json");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessage(file + " cannot be read: there is no such file or folder.");
    }

    @Test
    void refusesALargeFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.json"), new byte[(1 << 20) + 1]);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessage(file + " is larger than 1 MB, the maximum size.");
    }

    @Test
    void refusesBytesThatAreNotText(@TempDir Path folder) throws IOException {
        Path file =
                Files.write(
                        folder.resolve("picture.json"),
                        "{\"ä\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> SpecJson.read(file))
                .withMessage(file + " is not UTF-8 text.");
    }
}
