package io.github.ovhantispam.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One figure a round. */
public final class Series {

    private final List<Double> figures = new ArrayList<>();

    public void add(double figure) {
        figures.add(figure);
    }

    /** Each round's figure over that of the same round in another series. */
    public Series over(Series other) {
        Series ratios = new Series();
        for (int i = 0; i < figures.size(); i++) {
            ratios.add(figures.get(i) / other.figures.get(i));
        }
        return ratios;
    }

    /** Each figure over the same number. */
    public Series over(double number) {
        Series ratios = new Series();
        figures.forEach(figure -> ratios.add(figure / number));
        return ratios;
    }

    public double median() {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /**
     * The median, and in brackets the least and the greatest unless all are equal, with as many decimals as asked for.
     */
    public String format(int decimals) {
        String figure = "%." + decimals + "f";
        if (Collections.min(figures).equals(Collections.max(figures))) {
            return String.format(Locale.ROOT, figure, median());
        }
        return String.format(
                Locale.ROOT,
                figure + " (" + figure + " to " + figure + ")",
                median(),
                Collections.min(figures),
                Collections.max(figures));
    }
}
