package io.github.ovhantispam.benchmarks.emulator;

import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Series;
import io.github.ovhantispam.benchmarks.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The speed at which the emulator starts and answers, beside WireMock with one stub for the same answer. All in one
 * JVM, in turns, asked by the same client; what is compared is the figures of one round.
 */
final class EmulatorBenchmark {

    private static final int WARM_UP_ROUNDS = 10;
    private static final int STARTS_A_ROUND = 5;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 4;
    private static final String WIREMOCK = "WireMock";

    private final Load load;
    private final Answer answer;

    /** The emulator first, which the others are compared with. */
    private final List<Entrant> entrants;

    private final int rounds;
    private final Table figures;
    private final Table ratios;

    private EmulatorBenchmark(Load load, int rounds) {
        this.load = load;
        this.rounds = rounds;
        try (Contender emulator = new EmulatorContender()) {
            this.answer = Load.ask(emulator.request());
        }
        this.entrants = List.of(
                new Entrant("emulator", EmulatorContender::new),
                new Entrant(WIREMOCK, () -> WireMockContender.asItComes(answer)),
                new Entrant("WireMock without a journal", () -> WireMockContender.withoutJournal(answer)));
        List<String> names = entrants.stream().map(Entrant::name).toList();
        this.figures = new Table("", names);
        this.ratios = new Table(
                names.get(0) + " over",
                Stream.concat(Stream.of("budget"), names.stream().skip(1)).toList());
    }

    /**
     * Measures, after some rounds that warm this JVM up.
     *
     * @param rounds how often
     * @return the figures, in Markdown
     */
    static String figures(int rounds) {
        try (Load load = new Load(CONNECTIONS)) {
            EmulatorBenchmark benchmark = new EmulatorBenchmark(load, rounds);
            benchmark.starts(new Metric("start, ms", 2).within(Budget.atMost(0.1), WIREMOCK), started -> {});
            benchmark.starts(
                    new Metric("start and first answer, ms", 2),
                    started -> benchmark.check(Load.ask(started.request())));
            benchmark.requests();
            return benchmark.figures + "\n" + benchmark.ratios;
        }
    }

    private void starts(Metric metric, FirstUse firstUse) {
        report(metric, rounds(entrants, entrant -> millisecondsToStart(entrant, firstUse)));
    }

    /** The mean of a few starts; stopping is not part of it. */
    private double millisecondsToStart(Entrant entrant, FirstUse firstUse) {
        long nanos = 0;
        for (int i = 0; i < STARTS_A_ROUND; i++) {
            long before = System.nanoTime();
            try (Contender started = entrant.starter().get()) {
                firstUse.of(started);
                nanos += System.nanoTime() - before;
            }
        }
        return nanos / 1e6 / STARTS_A_ROUND;
    }

    private void check(Answer given) {
        if (given.status() != answer.status() || !given.body().equals(answer.body())) {
            throw new IllegalStateException("another answer: " + given);
        }
    }

    private void requests() {
        List<Contender> started =
                entrants.stream().map(entrant -> entrant.starter().get()).toList();
        try {
            report(
                    new Metric("requests a second", 0).within(Budget.atLeast(3), WIREMOCK),
                    rounds(started, this::requestsPerSecond));
        } finally {
            started.forEach(Contender::close);
        }
    }

    private double requestsPerSecond(Contender contender) {
        double figure = load.requestsPerSecond(contender.request(), this::check, PERIOD);
        contender.forgetRequests();
        return figure;
    }

    /** Measures each in every round, another one first each time, so that none always comes after the same one. */
    private <T> List<Series> rounds(List<T> measured, ToDoubleFunction<T> measure) {
        List<Series> series =
                Stream.generate(Series::new).limit(measured.size()).toList();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            System.out.printf("  round %d of %d%n", round + 1, rounds);
            for (int i = 0; i < measured.size(); i++) {
                int turn = Math.floorMod(i + round, measured.size());
                double figure = measure.applyAsDouble(measured.get(turn));
                if (round >= 0) {
                    series.get(turn).add(figure);
                }
            }
        }
        return series;
    }

    private void report(Metric metric, List<Series> measured) {
        figures.row(
                metric.title(),
                measured.stream()
                        .map(series -> series.format(metric.decimals()))
                        .toList());
        ratios.row(
                metric.name(),
                Stream.concat(
                                Stream.of(metric.inWords()),
                                IntStream.range(1, measured.size())
                                        .mapToObj(other -> metric.budget(
                                                        entrants.get(other).name())
                                                .judge(measured.get(0).over(measured.get(other)), 3)))
                        .toList());
    }

    /** The work done with a server that was just started, before the time is taken. */
    @FunctionalInterface
    private interface FirstUse {
        void of(Contender started);
    }
}
