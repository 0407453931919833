package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.server.EmulatorProcess;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The cost of one signed call once the JVM is warm. JMH measures, but would not take turns: each fork is a run of it.
 */
public final class SignedCallPart implements Part {

    private static final List<Way> WAYS = List.of(Way.CLIENT, Way.OKHTTP, Way.OVH_JAVA_SDK);
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 3;

    @Override
    public String name() {
        return "signed-call";
    }

    @Override
    public String figures(int forks) throws Exception {
        Comparison comparison = new Comparison(
                WAYS.stream().map(Way::title).toList(),
                List.of(
                        new Metric("latency, us", 1).within(Budget.atMost(1.05), Way.OKHTTP.title()),
                        new Metric("processor time, us", 1).within(Budget.atMost(1), Way.OKHTTP.title()),
                        new Metric("allocation, KiB", 1).within(Budget.atMost(1.10), Way.OKHTTP.title())));
        try (EmulatorProcess emulator = EmulatorProcess.withGuide()) {
            return comparison
                    .measure(forks, contender -> measure(WAYS.get(contender), emulator.environment()))
                    .tables();
        }
    }

    private static double[] measure(Way way, Map<String, String> keys) throws RunnerException {
        String[] properties = keys.entrySet().stream()
                .map(key -> "-D" + key.getKey() + '=' + key.getValue())
                .toArray(String[]::new);
        Options options = new OptionsBuilder()
                .include(SignedCallBenchmark.class.getName())
                .param("way", way.name())
                .forks(1)
                .warmupIterations(WARM_UP_SECONDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(SECONDS)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvmArgsAppend(properties)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        RunResult result = new Runner(options).runSingle();
        return new double[] {
            result.getPrimaryResult().getScore(),
            score(result, CpuProfiler.LABEL),
            score(result, "gc.alloc.rate.norm") / 1024
        };
    }

    private static double score(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        if (found == null) {
            throw new IllegalStateException(
                    "no " + label + " in " + result.getSecondaryResults().keySet());
        }
        return found.getScore();
    }
}
