package io.github.ovhantispam.benchmarks.sweep;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.SweepResult;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Sweeps an account twice over one version of HTTP. Its environment has the keys. */
public final class ProtocolProgram {

    private ProtocolProgram() {}

    /**
     * Sweeps twice; prints the seconds of each, the processor time of both, and how many connections are open then.
     *
     * @param arguments how many requests are under way at once, and {@code true} for HTTP/2 if the server offers it
     */
    public static void main(String... arguments) {
        int concurrency = Integer.parseInt(arguments[0]);
        List<Protocol> protocols = Boolean.parseBoolean(arguments[1])
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.HTTP_1_1);
        // As the client's own, but for the protocol: no limit for each read, and room for all connections.
        ConnectionPool connections = new ConnectionPool(concurrency, 5, TimeUnit.MINUTES);
        OkHttpClient http = new OkHttpClient.Builder()
                .protocols(protocols)
                .connectionPool(connections)
                .readTimeout(0, TimeUnit.SECONDS)
                .writeTimeout(0, TimeUnit.SECONDS)
                .build();
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(System.getenv())
                .httpClient(http)
                .build()) {
            sweep(antispam, concurrency);
            sweep(antispam, concurrency);
        }
        System.out.println(((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9);
        System.out.println(connections.connectionCount());
        System.exit(0); // OkHttp's idle threads are no daemons
    }

    private static void sweep(AntispamClient antispam, int concurrency) {
        long before = System.nanoTime();
        SweepResult result = antispam.sweep().concurrency(concurrency).run();
        double seconds = (System.nanoTime() - before) / 1e9;
        if (!result.isComplete() || !result.findings().isEmpty()) {
            throw new IllegalStateException("found " + result.findings().size() + ", failed: " + result.failures());
        }
        System.out.println(seconds);
    }
}
