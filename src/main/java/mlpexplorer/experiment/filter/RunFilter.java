package mlpexplorer.experiment.filter;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.store.RunSummary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A filter of runs such as `val_acc > 0.9 and (hidden = 8 or layers >= 2) and not tag = old`.
///
/// Fields are those of [FilterField]; numbers compare with `= != < <= > >=` (`90%` is 0.9), texts
/// with `= !=` and `~` for "contains", ignoring case. `not` binds more tightly than `and`, and
/// `and` more than `or`; `and` may be omitted. A single word or quoted text is searched for in
/// name, tags, notes and settings. An empty filter matches all runs.
public final class RunFilter implements Predicate<RunSummary> {
    private final Predicate<RunSummary> condition;

    /// Throws [FilterException] if `text` is invalid.
    public RunFilter(String text) {
        List<Token> tokens = Token.all(text);
        condition = tokens.size() == 1 ? _ -> true : new Reader(tokens).all();
    }

    @Override
    public boolean test(RunSummary run) {
        return condition.test(run);
    }

    /// A recursive-descent parser.
    private static final class Reader {
        private static final int MAX_DEPTH = 100;

        private final List<Token> tokens;
        private int at;
        private int depth;

        Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        Predicate<RunSummary> all() {
            Predicate<RunSummary> condition = either();
            if (next().kind() != Token.Kind.END) {
                throw new FilterException(
                        next().column(), "\"" + next().text() + "\" has no opening parenthesis.");
            }
            return condition;
        }

        private Predicate<RunSummary> either() {
            List<Predicate<RunSummary>> conditions = new ArrayList<>(List.of(both()));
            while (next().isWord("or")) {
                at++;
                conditions.add(both());
            }
            return run -> conditions.stream().anyMatch(each -> each.test(run));
        }

        private Predicate<RunSummary> both() {
            List<Predicate<RunSummary>> conditions = new ArrayList<>(List.of(one()));
            while (!next().isWord("or")
                    && !next().isBracket(")")
                    && next().kind() != Token.Kind.END) {
                at += next().isWord("and") ? 1 : 0;
                conditions.add(one());
            }
            return run -> conditions.stream().allMatch(each -> each.test(run));
        }

        private Predicate<RunSummary> one() {
            boolean negated = false;
            for (; next().isWord("not"); at++) {
                negated = !negated;
            }
            Predicate<RunSummary> condition = plain();
            return negated ? condition.negate() : condition;
        }

        private Predicate<RunSummary> plain() {
            Token first = take();
            if (first.isBracket("(")) {
                if (++depth > MAX_DEPTH) {
                    throw new FilterException(
                            first.column(),
                            "parentheses are nested more than " + MAX_DEPTH + " deep.");
                }
                Predicate<RunSummary> inner = either();
                depth--;
                if (!take().isBracket(")")) {
                    throw new FilterException(first.column(), "this parenthesis is not closed.");
                }
                return inner;
            }
            boolean word =
                    first.kind() == Token.Kind.WORD && !first.isWord("and") && !first.isWord("or");
            if (word && isOperator()) {
                return comparison(first);
            }
            if (!word && first.kind() != Token.Kind.QUOTED) {
                throw new FilterException(
                        first.column(), "a condition is missing, for example val_acc > 0.9.");
            }
            return first.isWord("pinned")
                    ? run -> run.label().pinned()
                    : run -> containsText(run, first.text().toLowerCase(Locale.ROOT));
        }

        private Predicate<RunSummary> comparison(Token field) {
            FilterField known =
                    FilterField.named(field.text())
                            .orElseThrow(() ->
                                    new FilterException(
                                            field.column(),
                                            "\""
                                                    + field.text()
                                                    + "\" is not a field"
                                                    + FilterField.like(field.text())
                                                            .map(name ->
                                                                    "; did you mean " + name + "?")
                                                            .orElse(
                                                                    "; examples are val_acc,"
                                                                            + " hidden, rate and"
                                                                            + " dataset.")));
            Token operator = operator();
            Token value = take();
            if (value.kind() != Token.Kind.WORD && value.kind() != Token.Kind.QUOTED) {
                throw new FilterException(
                        value.column(),
                        "a value is missing after " + field.text() + " " + operator.text() + ".");
            }
            return known.kind().compare(field, operator, value);
        }

        private boolean isOperator() {
            return next().kind() == Token.Kind.OPERATOR || next().isWord("contains");
        }

        private Token operator() {
            Token operator = take();
            return operator.isWord("contains")
                    ? new Token(Token.Kind.OPERATOR, "~", operator.column())
                    : operator;
        }

        private Token next() {
            return tokens.get(at);
        }

        private Token take() {
            Token token = next();
            at += token.kind() == Token.Kind.END ? 0 : 1;
            return token;
        }
    }

    private static boolean containsText(RunSummary run, String text) {
        Stream<String> own =
                Stream.of(
                        run.title(),
                        run.label().notes(),
                        run.factors().dataset(),
                        run.factors().activation(),
                        run.factors().optimizer(),
                        run.factors().regularizer(),
                        run.progress().state().key());
        return Stream.concat(own, run.label().tags().stream())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(text));
    }

    /// An invalid filter. The message is one sentence for the user that starts with the column.
    public static final class FilterException extends UserError {
        private static final long serialVersionUID = 1;

        private final int column;

        /// @param column column, counted from 1
        FilterException(int column, String message) {
            super(Category.USAGE, "Column " + column + " of the filter: " + message);
            this.column = column;
        }

        /// The column of the error, counted from 1.
        public int column() {
            return column;
        }
    }
}
