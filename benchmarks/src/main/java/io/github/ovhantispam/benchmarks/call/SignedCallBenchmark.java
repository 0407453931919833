package io.github.ovhantispam.benchmarks.call;

import io.github.ovhantispam.benchmarks.server.EmulatorProcess;
import io.github.ovhantispam.model.SpamIp;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One signed call after the other, of one thread. System properties have the keys: JMH gives its forks no environment.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignedCallBenchmark {

    /** The name of a {@link Way}. */
    @Param({"CLIENT", "OKHTTP", "JDK", "OVH_JAVA_SDK"})
    public String way = "";

    private @Nullable SignedCall call;

    /** Makes the first call, which asks for the time as well. */
    @Setup
    public void start() throws Exception {
        call = Way.valueOf(way).make(keys());
        get();
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("OVH_")) {
                keys.put(name, System.getProperty(name));
            }
        }
        return keys;
    }

    /** Makes one call. */
    @Benchmark
    public SpamIp get() throws Exception {
        return Objects.requireNonNull(call).get(EmulatorProcess.BLOCK, EmulatorProcess.IP_SPAMMING);
    }

    /** Ends the connections. */
    @TearDown
    public void stop() {
        Objects.requireNonNull(call).close();
    }
}
