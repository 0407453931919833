package io.github.ovhantispam.mail.internal.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column at which a text was cut, in the middle of words, as opposed to wrapped between them. The lines of a cut
 * text have one length; those of a wrapped one have many a little below it.
 */
final class ColumnCut {

    private static final int NARROWEST = 30;
    private static final int NEAR = 12;
    private static final int BEYOND_CHANCE = 3;
    private static final Pattern DOTTED_END = Pattern.compile("(?<![\\d.])[\\d.]{1,15}+$");
    private static final Pattern DOTTED_START = Pattern.compile("^[\\d.]{1,15}+");

    private final int column;
    private final int lines;

    private ColumnCut(int column, int lines) {
        this.column = column;
        this.lines = lines;
    }

    /** Returns the cut of a text, or empty when its lines do not look cut. */
    static Optional<ColumnCut> in(List<String> lines) {
        Map<Integer, Integer> lengths = new HashMap<>();
        lines.forEach(line -> lengths.merge(line.length(), 1, Integer::sum));
        return lengths.entrySet().stream()
                .filter(entry -> entry.getKey() >= NARROWEST)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new ColumnCut(entry.getKey(), entry.getValue()))
                .filter(cut -> cut.fits(lengths));
    }

    private boolean fits(Map<Integer, Integer> lengths) {
        int near = 0;
        // One below is a line that ended in a space, which the cut lost.
        for (int length = column - NEAR; length < column - 1; length++) {
            near += lengths.getOrDefault(length, 0);
        }
        boolean longest = lengths.keySet().stream().allMatch(length -> length <= column);
        return longest && 2 * near <= lines;
    }

    /**
     * Returns true when a line goes on in the next one.
     *
     * @param measured the line as the cut has left it
     * @param line the line without quote marks
     * @param next the next one
     */
    boolean isBetween(String measured, String line, String next) {
        if (measured.length() != column || line.isEmpty() || next.isEmpty()) {
            return false;
        }
        char before = line.charAt(line.length() - 1);
        char after = next.charAt(0);
        if (Character.isDigit(before) && Character.isLetter(after)) {
            // The end of a number and of its line; an identifier is put together in any case.
            return false;
        }
        return lines >= BEYOND_CHANCE
                || (Character.isLetter(before) && Character.isLetter(after))
                || completesAddress(line, next);
    }

    /** A few lines of one length may be chance, so neither part may be an address by itself. */
    private static boolean completesAddress(String line, String next) {
        Matcher end = DOTTED_END.matcher(line);
        Matcher start = DOTTED_START.matcher(next);
        return end.find()
                && start.find()
                && dots(end.group()) < 3
                && dots(start.group()) < 3
                && dots(end.group() + start.group().replaceFirst("\\.$", "")) == 3;
    }

    private static long dots(String text) {
        return text.chars().filter(c -> c == '.').count();
    }
}
