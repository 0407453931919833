package io.github.ovhantispam.benchmarks.sweep;

import com.sun.management.ThreadMXBean;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepProgress;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sweeps an account and says what that cost. Its environment has the keys. */
public final class GrowthProgram {

    private static final String FIRST_BLOCK = "10.0.0.0/28";
    private static final int SAMPLES = 10;
    private static final int LEAST_BETWEEN = 50;

    private final AntispamClient antispam;
    private final int blocks;
    private long mostLive;
    private long looking;

    private GrowthProgram(AntispamClient antispam, int blocks) {
        this.antispam = antispam;
        this.blocks = blocks;
    }

    /**
     * Makes a call, so that all is loaded that a call needs; says so; waits for a line of input; sweeps; prints the
     * seconds, the bytes allocated, the most bytes that lived meanwhile and were not there before, and the bytes of the
     * list of the blocks.
     *
     * @param arguments how many blocks there are, and how many addresses
     */
    public static void main(String... arguments) throws IOException {
        try (AntispamClient antispam =
                AntispamClient.builder().environment(System.getenv()).build()) {
            new GrowthProgram(antispam, Integer.parseInt(arguments[0])).run(Long.parseLong(arguments[1]));
        }
    }

    private void run(long expected) throws IOException {
        call();
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IllegalStateException("nobody listens");
        }
        long base = live();
        long allocatedBefore = allocated();
        long before = System.nanoTime();
        sweep(expected);
        System.out.println((System.nanoTime() - before - looking) / 1e9);
        System.out.println(allocated() - allocatedBefore);
        System.out.println(mostLive - base);
        long without = live();
        System.out.println(liveWithList() - without);
    }

    private void call() {
        antispam.ipBlock(FIRST_BLOCK).spamIps().list();
    }

    private void sweep(long expected) {
        try (Stream<SweepItem> items = antispam.sweep().onProgress(this::look).stream()) {
            long found = items.filter(SweepItem.Finding.class::isInstance).count();
            if (found != expected) {
                throw new IllegalStateException("found " + found + " of " + expected);
            }
        }
    }

    /** Now and then. The collection stops the sweep, so its time does not count. */
    private void look(SweepProgress progress) {
        if (progress.blocksDone() % Math.max(LEAST_BETWEEN, blocks / SAMPLES) == 0) {
            long before = System.nanoTime();
            mostLive = Math.max(mostLive, live());
            looking += System.nanoTime() - before;
        }
    }

    private long liveWithList() {
        List<IpBlock> list = antispam.ipBlocks().list();
        try {
            call(); // as in the sweep, so that no buffer still has what the list was read from
            return live();
        } finally {
            Reference.reachabilityFence(list);
        }
    }

    /** Whatever is reachable now, what the sweep's other threads hold at this moment included. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** By all threads that live; those of a sweep outlive it by some seconds. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
