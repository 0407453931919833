package io.github.ovhantispam.benchmarks.sweep;

import io.github.ovhantispam.benchmarks.program.ClassPath;
import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.server.BlocksServer;
import io.github.ovhantispam.benchmarks.server.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sweep with as many requests at once as there can be, over HTTP/2 and over HTTP/1.1. */
public final class ProtocolPart implements Part {

    private static final int BLOCKS = 10_000;
    private static final int CONCURRENCY = 64;
    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final String HTTP_2 = "HTTP/2";
    private static final String HTTP_1_1 = "HTTP/1.1";

    private final Path work;

    /**
     * Nothing is measured yet.
     *
     * @param work where to pack what goes on a class path
     */
    public ProtocolPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "protocol";
    }

    @Override
    public String figures(int forks) throws Exception {
        TrustStore trust = new TrustStore(work.resolve("trust.p12"));
        Jvm jvm = new Jvm(new Libraries(work).ofPrograms(), trust.options());
        Comparison comparison = new Comparison(
                List.of(HTTP_2, HTTP_1_1),
                List.of(
                        new Metric("seconds, the first of a JVM", 2).within(Budget.atMost(1), HTTP_1_1),
                        new Metric("seconds, again", 2).within(Budget.atMost(1), HTTP_1_1),
                        new Metric("processor time of both, s", 2),
                        new Metric("connections", 0)));
        List<String> arguments = Stream.of(BLOCKS, LATENCY.toMillis(), trust.file())
                .map(String::valueOf)
                .toList();
        try (Program server = new Program(new Jvm(ClassPath.own()), BlocksServer.class, Map.of(), arguments)) {
            Map<String, String> environment = server.environment();
            return comparison
                    .measure(forks, contender -> sweep(jvm, environment, contender == 0))
                    .tables();
        }
    }

    private static double[] sweep(Jvm jvm, Map<String, String> environment, boolean http2) throws IOException {
        List<String> arguments =
                Stream.of(CONCURRENCY, http2).map(String::valueOf).toList();
        try (Program program = new Program(jvm, ProtocolProgram.class, environment, arguments)) {
            return new double[] {program.number(), program.number(), program.number(), program.number()};
        }
    }
}
