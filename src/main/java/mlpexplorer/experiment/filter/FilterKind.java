package mlpexplorer.experiment.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import mlpexplorer.experiment.store.RunSummary;

/// The type of a field, which determines its comparisons.
sealed interface FilterKind {

    /// The condition `field operator value`; throws [InvalidFilter] if it is not applicable.
    Predicate<RunSummary> compare(Token field, Token operator, Token value);

    Comparator<RunSummary> ascending();

    record Number(ToDoubleFunction<RunSummary> value) implements FilterKind {
        @Override
        public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
            DoublePredicate asked = asked(field, operator, given);
            return run -> asked.test(value.applyAsDouble(run));
        }

        @Override
        public Comparator<RunSummary> ascending() {
            return Comparator.comparingDouble(value);
        }

        /// A missing number satisfies no condition.
        static DoublePredicate asked(Token field, Token operator, Token given) {
            double limit = number(field, given);
            return switch (operator.text()) {
                case "=", "==" -> x -> x == limit;
                case "!=", "<>" -> x -> x < limit || x > limit;
                case "<" -> x -> x < limit;
                case "<=" -> x -> x <= limit;
                case ">" -> x -> x > limit;
                case ">=" -> x -> x >= limit;
                default -> throw new InvalidFilter(
                        operator.column(), field.text() + " is a number; compare it with = != < <= > or >=.");
            };
        }

        private static double number(Token field, Token given) {
            boolean percent = given.text().endsWith("%");
            try {
                double number = Double.parseDouble(percent ? given.text().substring(0, given.text().length() - 1) : given.text());
                return percent ? number / 100 : number;
            } catch (NumberFormatException e) {
                throw new InvalidFilter(
                        given.column(), field.text() + " is a number, but \"" + given.text() + "\" is not.");
            }
        }
    }

    /// Texts, one of which must match.
    record Words(Function<RunSummary, List<String>> value) implements FilterKind {
        @Override
        public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
            String wanted = given.text().toLowerCase(Locale.ROOT);
            Predicate<RunSummary> equal = run -> value.apply(run).stream().anyMatch(wanted::equalsIgnoreCase);
            Predicate<RunSummary> contains =
                    run -> value.apply(run).stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
            return switch (operator.text()) {
                case "=", "==" -> equal;
                case "!=", "<>" -> equal.negate();
                case "~" -> contains;
                case "!~" -> contains.negate();
                default -> throw new InvalidFilter(
                        operator.column(), field.text() + " is text; compare it with = or !=, or with ~ for \"contains\".");
            };
        }

        @Override
        public Comparator<RunSummary> ascending() {
            return Comparator.comparing(run -> String.join(" ", value.apply(run)), String.CASE_INSENSITIVE_ORDER);
        }
    }

    /// Hidden layers: a number is compared to the units of each, `8-8` to all of them.
    record Layers() implements FilterKind {
        @Override
        public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
            if (given.text().contains("-")) {
                return new Words(run -> List.of(run.factors().layers())).compare(field, operator, given);
            }
            DoublePredicate asked = Number.asked(field, operator, given);
            return run -> run.factors().hidden().isEmpty()
                    ? asked.test(0) : run.factors().hidden().stream().allMatch(units -> asked.test(units));
        }

        @Override
        public Comparator<RunSummary> ascending() {
            return Comparator.comparingInt(run -> run.factors().hidden().stream().mapToInt(Integer::intValue).sum());
        }
    }

    record Flag(Predicate<RunSummary> value) implements FilterKind {
        @Override
        public Predicate<RunSummary> compare(Token field, Token operator, Token given) {
            boolean wanted = switch (given.text().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> throw new InvalidFilter(given.column(), field.text() + " must be yes or no.");
            };
            return switch (operator.text()) {
                case "=", "==" -> run -> value.test(run) == wanted;
                case "!=", "<>" -> run -> value.test(run) != wanted;
                default -> throw new InvalidFilter(operator.column(), field.text() + " can only be compared with = or !=.");
            };
        }

        @Override
        public Comparator<RunSummary> ascending() {
            return Comparator.comparing(value::test);
        }
    }
}
