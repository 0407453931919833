package io.github.ovhantispam.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The time from the start of a JVM to the first answer, with nothing but what is needed on the class path. */
final class StartUpPart implements Part {

    private static final String JVM_ALONE = "a JVM that asks nothing";

    private final Path work;
    private final boolean tls;

    /**
     * Nothing is measured yet.
     *
     * @param work where to pack what goes on a class path
     * @param tls whether the emulator speaks it
     */
    StartUpPart(Path work, boolean tls) {
        this.work = work;
        this.tls = tls;
    }

    @Override
    public String name() {
        return tls ? "start-up-tls" : "start-up";
    }

    @Override
    public String figures(int forks) throws Exception {
        TrustStore trust = new TrustStore(work.resolve("trust.p12"));
        List<Starter> starters = starters(new Libraries(work), tls ? trust.options() : new String[0]);
        Comparison comparison = new Comparison(
                starters.stream().map(Starter::title).toList(),
                Way.JDK.title(),
                List.of(
                        new Metric("to the first answer, ms", 0, Budget.atMost(1)),
                        new Metric("processor time, ms", 0, Budget.NONE),
                        new Metric("classes loaded", 0, Budget.NONE)));
        try (EmulatorProcess emulator = tls ? EmulatorProcess.withGuide(trust) : EmulatorProcess.withGuide()) {
            for (Starter starter : starters) {
                start(starter, emulator.environment()); // so that all files are in memory
            }
            return comparison
                    .measure(forks, contender -> start(starters.get(contender), emulator.environment()))
                    .tables();
        }
    }

    private static List<Starter> starters(Libraries libraries, String... options) throws IOException {
        List<Starter> starters = new ArrayList<>();
        for (Way way : Way.values()) {
            List<String> arguments = List.of(way.name(), EmulatorProcess.BLOCK, EmulatorProcess.IP_SPAMMING);
            starters.add(new Starter(way.title(), new Jvm(libraries.of(way), options), arguments));
        }
        starters.add(new Starter(JVM_ALONE, new Jvm(libraries.of(Way.JDK), options), List.of()));
        return starters;
    }

    private static double[] start(Starter starter, Map<String, String> environment) throws IOException {
        long before = System.nanoTime();
        try (Program program = new Program(starter.jvm(), StartUpProgram.class, environment, starter.arguments())) {
            String answer = program.line();
            double millis = (System.nanoTime() - before) / 1e6;
            if (!starter.arguments().isEmpty() && !answer.equals("blockedForSpam")) {
                throw new IOException(starter.title() + " answered " + answer);
            }
            return new double[] {millis, program.number() / 1e6, program.number()};
        }
    }
}
