package io.github.ovhantispam.benchmarks.sweep;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.SweepResult;
import java.io.IOException;

/** Sweeps an account twice and says how long each took. Its environment has the keys. */
public final class SweepProgram {

    private SweepProgram() {}

    /**
     * Sweeps, prints the seconds that took, from before the client is built, and waits for a line of input; then once
     * more with the same client.
     *
     * @param arguments how many addresses there are to be found, how many requests are under way at once, and how many
     *     blocks make a batch
     */
    public static void main(String... arguments) throws IOException {
        int expected = Integer.parseInt(arguments[0]);
        long before = System.nanoTime();
        try (AntispamClient antispam =
                AntispamClient.builder().environment(System.getenv()).build()) {
            Sweep sweep =
                    antispam.sweep().concurrency(Integer.parseInt(arguments[1])).batch(Integer.parseInt(arguments[2]));
            report(sweep.run(), expected, before);
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody listens");
            }
            before = System.nanoTime();
            report(sweep.run(), expected, before);
        }
    }

    private static void report(SweepResult result, int expected, long before) {
        double seconds = (System.nanoTime() - before) / 1e9;
        if (!result.isComplete() || result.findings().size() != expected) {
            throw new IllegalStateException(
                    "found " + result.findings().size() + " of " + expected + ", failed: " + result.failures());
        }
        System.out.println(seconds);
    }
}
