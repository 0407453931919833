package io.github.ovhantispam.benchmarks.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Asks servers over a number of connections at once, each with a thread that asks again as soon as it has its answer.
 */
final class Load implements AutoCloseable {

    private final int connections;
    private final ExecutorService workers;

    Load(int connections) {
        this.connections = connections;
        this.workers = Executors.newFixedThreadPool(connections);
    }

    /** Asks once, over a connection of its own. */
    static Answer ask(Request request) {
        try (Connection connection = new Connection(request)) {
            return connection.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks for a while.
     *
     * @return whole answers a second
     */
    double requestsPerSecond(Request request, Consumer<Answer> check, Duration period) {
        long start = System.nanoTime();
        long end = start + period.toNanos();
        Callable<Long> asking = () -> {
            long answers = 0;
            try (Connection connection = new Connection(request)) {
                while (System.nanoTime() < end) {
                    check.accept(connection.ask());
                    answers++;
                }
            }
            return answers;
        };
        try {
            long answers = 0;
            for (Future<Long> done : workers.invokeAll(Collections.nCopies(connections, asking))) {
                answers += done.get();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
