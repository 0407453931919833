package io.github.ovhantispam.mail.internal.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The column at which a text was cut, in the middle of words, as opposed to wrapped between them. The lines of a cut
 * text have one length; those of a wrapped one have many a little below it.
 */
final class ColumnCut {

    static final ColumnCut NONE = new ColumnCut(-1);

    private static final int NARROWEST = 30;
    private static final int FEWEST_LINES = 2;
    private static final int NEAR = 12;

    private final int column;

    private ColumnCut(int column) {
        this.column = column;
    }

    static Optional<ColumnCut> in(List<String> lines) {
        Map<Integer, Integer> lengths = new HashMap<>();
        lines.forEach(line -> lengths.merge(line.length(), 1, Integer::sum));
        return lengths.entrySet().stream()
                .filter(entry -> entry.getKey() >= NARROWEST && entry.getValue() >= FEWEST_LINES)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new ColumnCut(entry.getKey()))
                .filter(cut -> cut.fits(lengths));
    }

    private boolean fits(Map<Integer, Integer> lengths) {
        int near = 0;
        // One below is a line that ended in a space, which the cut lost.
        for (int length = column - NEAR; length < column - 1; length++) {
            near += lengths.getOrDefault(length, 0);
        }
        for (int length = column + 1; length <= column + NEAR; length++) {
            near += lengths.getOrDefault(length, 0);
        }
        return 2 * near <= lengths.getOrDefault(column, 0);
    }

    /** Whether the line goes on in the next one. */
    boolean isAfter(String line) {
        return line.length() == column;
    }
}
