package io.github.ovhantispam.mail.internal.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text without the traces of its journey: quote marks, link targets, invisible characters, kinds of spaces and line
 * ends. In it words are parted by one space or one {@code \n}, and paragraphs by {@code \n\n}.
 */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000b\f\u0085\u2028\u2029]");

    /** A bar is a quote mark only before a space: an identifier may begin with one. */
    private static final Pattern QUOTE_MARKS =
            Pattern.compile("^ {0,8}+(?:(?:>|[|\u2502\u2503](?= |$)|\u00bb(?= |$)) {0,8}+)++");

    private static final Pattern BLANKS = Pattern.compile(" {2,}+");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile(" ?\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}+");

    /** Where each line became a paragraph. */
    private static final Pattern INSIDE_SENTENCE = Pattern.compile("(?<=[\\p{L}\\p{N}])\n\n(?=\\p{Ll})");

    private static final Pattern LINK_TARGET = Pattern.compile(
            "(?<=[\\p{L}\\p{N}>\\])*])\\s{0,2}+(?:<(?:mailto|https?):[^<>]{0,2000}+>|\\[(?:mailto|https?):[^\\[\\]]{0,2000}+\\])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK_IN_MARKDOWN = Pattern.compile(
            "\\[([^\\[\\]\n]{1,998}+)\\]\\((?:mailto|https?):[^()]{0,2000}+\\)", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    /**
     * Returns the ways to read a text: as its lines are, and, if it looks as if it had been cut at a column, with the
     * cuts undone.
     */
    static List<String> readings(String text) {
        List<String> lines = new ArrayList<>();
        List<String> unquoted = new ArrayList<>();
        for (String line : LINE_END.split(text, -1)) {
            String clean = characters(line);
            lines.add(clean);
            unquoted.add(QUOTE_MARKS.matcher(clean).replaceFirst(""));
        }
        List<String> readings = new ArrayList<>();
        readings.add(plain(String.join("\n", unquoted)));
        ColumnCut.in(lines)
                .map(cut -> joined(unquoted, cut, lines))
                .or(() -> ColumnCut.in(unquoted).map(cut -> joined(unquoted, cut, unquoted)))
                .map(PlainText::plain)
                .filter(joined -> !joined.equals(readings.get(0)))
                .ifPresent(readings::add);
        return readings;
    }

    private static String joined(List<String> lines, ColumnCut cut, List<String> measured) {
        StringBuilder text = new StringBuilder(lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            text.append(cut.isBetween(measured.get(i - 1), lines.get(i - 1), lines.get(i)) ? "" : "\n");
            text.append(lines.get(i));
        }
        return text.toString();
    }

    private static String plain(String text) {
        String plain = LINK_TARGET.matcher(text).replaceAll("");
        plain = LINK_IN_MARKDOWN.matcher(plain).replaceAll("$1");
        plain = BLANKS.matcher(plain).replaceAll(" ");
        plain = BLANKS_AT_LINE_END.matcher(plain).replaceAll("\n");
        plain = EMPTY_LINES.matcher(plain).replaceAll("\n\n");
        return INSIDE_SENTENCE.matcher(plain).replaceAll("\n");
    }

    private static String characters(String line) {
        StringBuilder clean = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR -> clean.append(' ');
                case Character.FORMAT -> {} // invisible: zero width, soft hyphens, directions
                case Character.CONTROL -> clean.append(c == '\t' ? ' ' : '\ufffd');
                default -> clean.append(c);
            }
        }
        return clean.toString();
    }
}
