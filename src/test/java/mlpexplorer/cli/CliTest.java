package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

final class CliTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    trian                 | mlp-explorer: "trian" is not a command of mlp-explorer; the commands are train, sweep, check, rate-range, predict, evaluate, snapshot, runs, presets, lessons, grade, data.
                    data make             | mlp-explorer: "make" is not a command of mlp-explorer data; the commands are generate, inspect.
                    data                  | mlp-explorer: A command is missing; the commands are generate, inspect.
                    --fast                | mlp-explorer: Unknown option: '--fast'; see mlp-explorer --help.
                    train --fast          | mlp-explorer: Unknown option: '--fast'; see mlp-explorer train --help.
                    train extra           | mlp-explorer: Unmatched argument at index 1: 'extra'; see mlp-explorer train --help.
                    train --set           | mlp-explorer: Missing required parameter for option '--set' (PATH=VALUE); see mlp-explorer train --help.
                    train --preset a --spec b | mlp-explorer: --preset=NAME, --spec=FILE are mutually exclusive (specify only one); see mlp-explorer train --help.
                    check --step tiny     | mlp-explorer: Invalid value for option '--step': 'tiny' is not a double; see mlp-explorer check --help.
                    data generate         | mlp-explorer: Missing required option: '--out=DIR'; see mlp-explorer data generate --help.
                    data inspect          | mlp-explorer: Missing required parameter: 'FILE'; see mlp-explorer data inspect --help.
                    """)
    void wrongUsageIsOneLineAndExitCodeTwo(String args, String line) {
        assertThat(Ran.with(args.split(" "))).isEqualTo(new Ran(2, "", line + "\n"));
    }

    @Test
    void noArgumentsAtAllListTheCommands() {
        assertThat(Ran.with())
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "mlp-explorer: A command is missing; the commands are train, sweep,"
                                        + " check, rate-range, predict, evaluate, snapshot, runs,"
                                        + " presets, lessons, grade, data.\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    train --set model.hidden=[0]          | model.hidden[0] is 0, but must be from 1 to 1,024.
                    train --set training.rate=NaN         | training.rate is NaN, but must be from 1e-12 to 1,000.
                    train --set training.rat=1            | training.rat is not known; training has the keys optimizer, rate, schedule, batch, regularizer, dropout, clip, stop, sampling, logEvery, precision.
                    train --set training.batch=500        | training.batch is 500, but must be from 1 to 180 (the number of training rows) or "full".
                    train --set training.regularizer=l2 --set training.regularizer.l2=-1 | training.regularizer.l2 is -1, but must be from 0 to 1,000.
                    train --set rate                      | The setting "rate" must have the form path=value, for example training.rate=0.1.
                    train --preset spirals                | There is no preset "spirals"; the presets are xor-softmax, xor-mlp, xor-threshold, spiral-softmax, spiral-mlp, features-against-depth, circles-capacity, curve-capacity, plane-linear, batch-lab, sgd-updates, iris-1layer, iris-2layer, mnist-300-sigmoid, mnist-300-sgd, mnist-300-seeds, mnist-200-relu, mnist-adam, zero-init, worked-example.
                    train --spec no/such.json             | no/such.json cannot be read: there is no such file or folder.
                    train --weights no/such.npz           | no/such.npz cannot be used as weights: there is no such file or folder.
                    train --preset worked-example --set model.hidden=4 | The given weights are for the network 2-3-2, but the specification asks for 2-4-2.
                    train --set data.type=csv             | data.path is empty, but must name a file.
                    train --set data.type=csv --set data.path=no/such.csv | WORKDIR/no/such.csv cannot be read: there is no such file or folder.
                    train --set data.type=csv --set data.path=data/xor-table.csv --set training.batch=3 | training.batch is 3, but must be from 1 to 2 (the number of training rows) or "full".
                    check --set data.type=csv --set data.path=data/xor-table.csv --set data.classColumn=kind | WORKDIR/data/xor-table.csv, line 1 has no column "kind"; the class column must be a column name or a number from 1 to 3.
                    train --set data.type=idx --set data.images=a | data.labels is empty, but images and labels must be given together.
                    train --set data.type=csv --set data.path=[1] | data.path is [1], but must be a string.
                    train --set data.type=gaussians --set data.classes=6 | data.classes is 6, but must be from 2 to 5.
                    data inspect no/such.csv              | no/such.csv cannot be read: there is no such file or folder.
                    check --set data.noise=2              | data.noise is 2, but must be from 0 to 0.5.
                    check --step 1                        | --step is 1, but must be from 1e-8 to 0.1.
                    check --rows 181                      | --rows is 181, but must be from 1 to 180.
                    check --trained -1                    | --trained is -1, but must be from 0 to 1,000,000,000.
                    check --entries 0                     | --entries is 0, but must be from 1 to 2,147,483,647.
                    """)
    void badInputIsOneLineAndExitCodeThree(String args, String message) {
        String folder = Path.of("").toAbsolutePath().toString();
        assertThat(Ran.with(args.split(" ")))
                .isEqualTo(
                        new Ran(
                                3,
                                "",
                                "mlp-explorer: " + message.replace("WORKDIR", folder) + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONG",
                "--LONG",
                "train --LONG",
                "train LONG LONG LONG LONG LONG",
                "train --preset LONG",
                "train --spec LONG",
                "train --lesson LONG",
                "train --model LONG",
                "train --weights LONG",
                "train --set LONG",
                "train --set LONG=1",
                "train --set data.type=LONG",
                "train --set data.LONG=1",
                "train --set training.rate=LONG",
                "train --set model.hidden=[LONG]",
                "train --set model.activation=LONG",
                "train --set data.type=csv --set data.path=LONG",
                "train --set data.type=csv --set data.path=data/xor-table.csv --set"
                        + " data.classColumn=LONG",
                "train --set data.type=csv --set data.path=data/xor-table.csv --set"
                        + " data.features=[LONG]",
                "train --set data.type=csv --set data.path=data/xor-table.csv --set"
                        + " data.target=LONG",
                "train --set data.type=numpy --set data.path=LONG",
                "train --set data.type=idx --set data.images=LONG --set data.labels=LONG",
                "check --step LONG",
                "sweep --axis LONG=1",
                "sweep --axis training.rate=LONG",
                "runs show LONG",
                "data inspect LONG",
                "data inspect --target LONG data/xor-table.csv",
                "data generate LONG --out a",
                "lessons LONG",
                "grade LONG LONG",
            })
    void whatIsTooLongToBeReadIsCut(String args) {
        Ran ran = Ran.with(args.replace("LONG", "long/".repeat(2000)).split(" "));
        assertThat(ran.code()).isNotZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("...").hasSizeLessThan(2_100);
        assertThat(ran.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "train --version", "data generate -V"})
    void tellsItsVersion(String args) {
        assertThat(Ran.with(args.split(" ")))
                .isEqualTo(new Ran(0, "mlp-explorer (development)\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train",
                "check",
                "rate-range",
                "presets",
                "data",
                "data generate",
                "data inspect"
            })
    void everyVerbExplainsItself(String verb) {
        Ran ran = Ran.with((verb + " --help").strip().split(" "));
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith(("Usage: mlp-explorer " + verb).strip())
                .contains("Exit codes:");
    }
}
