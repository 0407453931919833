package io.github.ovhantispam.benchmarks.report;

import java.util.Locale;

/** A limit that was set for a figure before it was measured. */
public final class Budget {

    /** Nothing was decided. */
    public static final Budget NONE = new Budget("", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final String text;
    private final double least;
    private final double most;

    private Budget(String text, double least, double most) {
        this.text = text;
        this.least = least;
        this.most = most;
    }

    public static Budget atMost(double most) {
        return new Budget("at most " + printed(most), Double.NEGATIVE_INFINITY, most);
    }

    public static Budget atLeast(double least) {
        return new Budget("at least " + printed(least), least, Double.POSITIVE_INFINITY);
    }

    private static String printed(double figure) {
        return figure == Math.rint(figure) ? String.format(Locale.ROOT, "%.0f", figure) : Double.toString(figure);
    }

    /** The figures, and whether their median is outside. */
    public String judge(Series series, int decimals) {
        double median = series.median();
        return (median < least || median > most ? "**missed:** " : "") + series.format(decimals);
    }

    @Override
    public String toString() {
        return text;
    }
}
