package io.github.ovhantispam.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How fast the emulator starts and answers, beside WireMock with one stub that gives the same answer. All in one JVM,
 * in turns, asked by the same client; what is compared is the figures of one round.
 */
public final class EmulatorBenchmark {

    private static final int ROUNDS = 20;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int STARTS_A_ROUND = 5;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 4;

    private final Load load;
    private final Answer answer;

    /** The emulator first, which the others are compared with. */
    private final List<Entrant> entrants;

    private EmulatorBenchmark(Load load) {
        this.load = load;
        try (Contender emulator = new EmulatorContender()) {
            this.answer = Load.ask(emulator.request());
        }
        this.entrants = List.of(
                new Entrant("emulator", EmulatorContender::new),
                new Entrant("WireMock", () -> WireMockContender.asItComes(answer)),
                new Entrant("WireMock without a journal", () -> WireMockContender.withoutJournal(answer)));
    }

    /**
     * Measures and prints.
     *
     * @param arguments not looked at
     */
    public static void main(String... arguments) {
        try (Load load = new Load(CONNECTIONS)) {
            EmulatorBenchmark benchmark = new EmulatorBenchmark(load);
            System.out.printf(
                    "Java %s, %d processors; %d rounds, after %d to warm up: the median (least to greatest)%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), ROUNDS, WARM_UP_ROUNDS);
            System.out.printf("The answer: %s%n%n", benchmark.answer.body());
            benchmark.starts("Start, ms", started -> {});
            benchmark.starts("Start and first answer, ms", started -> benchmark.check(Load.ask(started.request())));
            benchmark.requests();
        }
    }

    private void starts(String title, FirstUse firstUse) {
        report(title, 2, rounds(entrants, entrant -> millisecondsToStart(entrant, firstUse)));
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
                    "Requests a second over " + CONNECTIONS + " connections",
                    0,
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
    private static <T> List<Series> rounds(List<T> measured, ToDoubleFunction<T> measure) {
        List<Series> series =
                Stream.generate(Series::new).limit(measured.size()).toList();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
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

    private void report(String title, int decimals, List<Series> measured) {
        System.out.println(title);
        for (int i = 0; i < measured.size(); i++) {
            line(entrants.get(i).name(), measured.get(i), decimals);
        }
        for (int i = 1; i < measured.size(); i++) {
            line("emulator / " + entrants.get(i).name(), measured.get(0).over(measured.get(i)), 3);
        }
        System.out.println();
    }

    private static void line(String name, Series series, int decimals) {
        System.out.printf("  %-40s%s%n", name, series.format(decimals));
    }

    /** What is done with a server that was just started, before the time is taken. */
    @FunctionalInterface
    private interface FirstUse {
        void of(Contender started);
    }
}
