package io.github.ovhantispam.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the figures that are taken of each contender.
 *
 * @param title what it is, and after a comma its unit
 * @param decimals how many make sense
 * @param budgets for the ratio of the first contender's figure to that of others, by their titles
 */
public record Metric(String title, int decimals, Map<String, Budget> budgets) {

    /** A metric about which nothing was decided. */
    public Metric(String title, int decimals) {
        this(title, decimals, Map.of());
    }

    /** The same with a budget over a contender. */
    public Metric within(Budget budget, String contender) {
        if (budget == Budget.NONE) {
            return this;
        }
        Map<String, Budget> all = new LinkedHashMap<>(budgets);
        all.put(contender, budget);
        return new Metric(title, decimals, all);
    }

    /** Returns its name, without the unit. */
    public String name() {
        return title.replaceAll(",.*", "");
    }

    /** Returns the budget over a contender. */
    public Budget budget(String contender) {
        return budgets.getOrDefault(contender, Budget.NONE);
    }

    /** Returns all budgets, in words. */
    public String inWords() {
        return budgets.entrySet().stream()
                .map(budget -> budget.getValue() + " over " + budget.getKey())
                .collect(Collectors.joining(", "));
    }
}
