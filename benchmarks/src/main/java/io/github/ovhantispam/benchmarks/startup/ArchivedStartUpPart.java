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

/**
 * The time from the start of a JVM to the first answer over TLS, with an archive of the classes that the same program
 * loaded before.
 */
public final class ArchivedStartUpPart implements Part {

    private static final String ARCHIVED = ", archived";
    private static final List<Way> WAYS = List.of(Way.CLIENT, Way.OKHTTP, Way.JDK);

    private final Path work;

    /**
     * Nothing is measured yet.
     *
     * @param work where to put the archives, and to pack what goes on a class path
     */
    public ArchivedStartUpPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "start-up-archived";
    }

    @Override
    public String figures(int forks) throws Exception {
        TrustStore trust = new TrustStore(work.resolve("trust.p12"));
        try (EmulatorProcess emulator = EmulatorProcess.withGuide(trust)) {
            List<Starter> starters = starters(emulator, trust);
            Metric time = new Metric("to the first answer, ms", 0)
                    .within(Budget.atMost(1), Way.JDK.title() + ARCHIVED)
                    .within(Budget.atMost(0.6), Way.CLIENT.title());
            Comparison comparison = new Comparison(
                    starters.stream().map(Starter::title).toList(),
                    List.of(time, new Metric("processor time, ms", 0), new Metric("classes loaded", 0)));
            return comparison
                    .measure(forks, contender -> StartUp.measured(starters.get(contender), emulator.environment()))
                    .tables();
        }
    }

    /** The programs with their archives, which are written here, and this client without one. */
    private List<Starter> starters(EmulatorProcess emulator, TrustStore trust) throws IOException {
        Libraries libraries = new Libraries(work);
        List<Starter> starters = new ArrayList<>();
        for (Way way : WAYS) {
            Jvm jvm = new Jvm(way.classPath(libraries), trust.options());
            Path archive = work.resolve(way.name() + ".jsa");
            StartUp.whole(starter(way, "", jvm.with("-XX:ArchiveClassesAtExit=" + archive)), emulator.environment());
            starters.add(starter(way, ARCHIVED, jvm.with("-XX:SharedArchiveFile=" + archive)));
        }
        starters.add(starter(Way.CLIENT, "", new Jvm(Way.CLIENT.classPath(libraries), trust.options())));
        return starters;
    }

    private static Starter starter(Way way, String more, Jvm jvm) {
        return new Starter(
                way.title() + more, jvm, List.of(way.name(), EmulatorProcess.BLOCK, EmulatorProcess.IP_SPAMMING));
    }
}
