package io.github.ovhantispam.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Contenders that are measured in turns, another one first in each round, so that none always comes after the same one.
 * The figures of one round are compared.
 */
public final class Comparison {

    private final List<String> contenders;
    private final List<Metric> metrics;

    /** By contender, then by metric. */
    private final List<List<Series>> measured;

    /**
     * Nothing is measured yet.
     *
     * @param contenders the one first that the others are compared with
     * @param metrics what is measured of each
     */
    public Comparison(List<String> contenders, List<Metric> metrics) {
        this.contenders = List.copyOf(contenders);
        this.metrics = List.copyOf(metrics);
        this.measured = contenders.stream()
                .map(contender ->
                        Stream.generate(Series::new).limit(metrics.size()).toList())
                .toList();
    }

    /** Measures one of the contenders. */
    @FunctionalInterface
    public interface Measurement {
        /** One figure for each metric. */
        double[] of(int contender) throws Exception;
    }

    /** Measures all of them, round after round. */
    public Comparison measure(int rounds, Measurement measurement) throws Exception {
        for (int round = 0; round < rounds; round++) {
            System.out.printf("  round %d of %d%n", round + 1, rounds);
            for (int i = 0; i < contenders.size(); i++) {
                int turn = (i + round) % contenders.size();
                double[] figures = measurement.of(turn);
                for (int metric = 0; metric < metrics.size(); metric++) {
                    measured.get(turn).get(metric).add(figures[metric]);
                }
                System.out.println("    " + contenders.get(turn) + ": " + described(figures));
            }
        }
        return this;
    }

    private String described(double[] figures) {
        return String.join(
                "; ",
                IntStream.range(0, metrics.size())
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%s %." + metrics.get(i).decimals() + "f",
                                metrics.get(i).title(),
                                figures[i]))
                        .toList());
    }

    /** One of the series. */
    public Series series(int contender, int metric) {
        return measured.get(contender).get(metric);
    }

    /** Two tables: the figures, and those of the first contender over those of the others. */
    public String tables() {
        return figures() + "\n" + ratios();
    }

    /** The figures. */
    public Table figures() {
        Table table = new Table("", contenders);
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            table.row(
                    metric.title(),
                    column(i).map(series -> series.format(metric.decimals())).toList());
        }
        return table;
    }

    private Table ratios() {
        List<String> columns =
                Stream.concat(Stream.of("budget"), contenders.stream().skip(1)).toList();
        Table table = new Table(contenders.get(0) + " over", columns);
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            List<Series> row = column(i).toList();
            table.row(
                    metric.name(),
                    Stream.concat(Stream.of(metric.inWords()), ratios(metric, row))
                            .toList());
        }
        return table;
    }

    private Stream<Series> column(int metric) {
        return measured.stream().map(figures -> figures.get(metric));
    }

    private Stream<String> ratios(Metric metric, List<Series> row) {
        return IntStream.range(1, row.size()).mapToObj(other -> {
            return metric.budget(contenders.get(other)).judge(row.get(0).over(row.get(other)), 2);
        });
    }
}
