package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.call.Way;
import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.server.EmulatorProcess;
import io.github.ovhantispam.benchmarks.server.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The time from the start of a JVM to the first answer, with nothing but what is needed on the class path. */
public final class StartUpPart implements Part {

    private static final String JVM_ALONE = "a JVM that asks nothing";

    private final Path work;
    private final boolean tls;

    /**
     * Nothing is measured yet.
     *
     * @param work where to pack what goes on a class path
     * @param tls whether the emulator speaks it
     */
    public StartUpPart(Path work, boolean tls) {
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
        Comparison comparison =
                new Comparison(starters.stream().map(Starter::title).toList(), metrics());
        try (EmulatorProcess emulator = tls ? EmulatorProcess.withGuide(trust) : EmulatorProcess.withGuide()) {
            for (Starter starter : starters) {
                StartUp.measured(starter, emulator.environment()); // so that all files are in memory
            }
            return comparison
                    .measure(forks, contender -> StartUp.measured(starters.get(contender), emulator.environment()))
                    .tables();
        }
    }

    private List<Metric> metrics() {
        Metric time = new Metric("to the first answer, ms", 0).within(Budget.atMost(tls ? 1 : 0.9), Way.JDK.title());
        return List.of(
                tls ? time.within(Budget.atMost(1), Way.OKHTTP.title()) : time,
                new Metric("processor time, ms", 0),
                new Metric("classes loaded", 0));
    }

    private static List<Starter> starters(Libraries libraries, String... options) throws IOException {
        List<Starter> starters = new ArrayList<>();
        for (Way way : Way.values()) {
            List<String> arguments = List.of(way.name(), EmulatorProcess.BLOCK, EmulatorProcess.IP_SPAMMING);
            starters.add(new Starter(way.title(), new Jvm(way.classPath(libraries), options), arguments));
        }
        starters.add(new Starter(JVM_ALONE, new Jvm(Way.JDK.classPath(libraries), options), List.of()));
        return starters;
    }
}
