package mlpexplorer.experiment.filter;

import mlpexplorer.experiment.filter.RunFilter.FilterException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word, a quoted text, an operator or a bracket of a filter.
///
/// @param text text without quotes
/// @param column column of the first character, from 1
record Token(Kind kind, String text, int column) {
    private static final Pattern NEXT =
            Pattern.compile(
                    "\\s*(?:(?<bracket>[()])|(?<operator>!=|<>|<=|>=|==|!~|[=<>~])|\"(?<quoted>[^\"]*)\"|'(?<single>[^']*)'|(?<word>[^\\s()=<>!~\"']+))");

    enum Kind {
        WORD,
        QUOTED,
        OPERATOR,
        BRACKET,
        END
    }

    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher next = NEXT.matcher(text);
        int at = 0;
        int end = text.stripTrailing().length();
        while (at < end) {
            if (!next.region(at, end).lookingAt()) {
                throw unexpected(text, at);
            }
            tokens.add(token(next));
            at = next.end();
        }
        tokens.add(new Token(Kind.END, "", end + 1));
        return tokens;
    }

    private static Token token(Matcher found) {
        for (String group : List.of("bracket", "operator", "quoted", "single", "word")) {
            String text = found.group(group);
            if (text != null) {
                Kind kind =
                        group.equals("single")
                                ? Kind.QUOTED
                                : Kind.valueOf(group.toUpperCase(Locale.ROOT));
                return new Token(kind, text, found.start(group) + (kind == Kind.QUOTED ? 0 : 1));
            }
        }
        throw new IllegalStateException(found.group());
    }

    private static FilterException unexpected(String text, int at) {
        int column = at;
        while (Character.isWhitespace(text.charAt(column))) {
            column++;
        }
        char letter = text.charAt(column);
        return new FilterException(
                column + 1,
                letter == '!'
                        ? "\"!\" is not an operator; write != or not."
                        : "the quotation mark is not closed.");
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isBracket(String bracket) {
        return kind == Kind.BRACKET && text.equals(bracket);
    }
}
