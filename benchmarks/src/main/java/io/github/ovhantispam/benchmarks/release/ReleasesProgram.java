package io.github.ovhantispam.benchmarks.release;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.ReleaseProgress;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.SpamIp;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Releases all blocked addresses of an account at once, and says what it costs to wait. Its environment has the keys.
 */
public final class ReleasesProgram {

    /** The threads of a pool end when they had nothing to do for ten seconds. */
    private static final long IDLE_SECONDS = 12;

    private ReleasesProgram() {}

    /**
     * Starts a release of each address; once all wait for the end of their blocks, and idle threads have ended, prints
     * the seconds until all waited, the bytes that live for them, how many threads the client has, and how many of
     * these run steps of releases.
     *
     * @param arguments how many addresses there are, blocked for an hour at least
     */
    public static void main(String... arguments) throws InterruptedException {
        int expected = Integer.parseInt(arguments[0]);
        try (AntispamClient antispam =
                AntispamClient.builder().environment(System.getenv()).build()) {
            List<SpamIpResource> blocked = new ArrayList<>();
            antispam.sweep().run().findings().forEach(finding -> blocked.add(finding.resource()));
            if (blocked.size() != expected) {
                throw new IllegalStateException("found " + blocked.size() + " of " + expected);
            }
            blocked.get(0)
                    .release(Precaution.mailStoppedAndQueueEmptied())
                    .start()
                    .cancel(true); // so that all is loaded that a release needs
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            long base = live();
            CountDownLatch waiting = new CountDownLatch(expected);
            List<CompletableFuture<SpamIp>> releases = new ArrayList<>(expected);
            long before = System.nanoTime();
            for (SpamIpResource address : blocked) {
                releases.add(address.release(Precaution.mailStoppedAndQueueEmptied())
                        .onProgress(progress -> {
                            if (progress.step() == ReleaseProgress.Step.WAITING_FOR_END_OF_BLOCK) {
                                waiting.countDown();
                            }
                        })
                        .start());
            }
            waiting.await();
            System.out.println((System.nanoTime() - before) / 1e9);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            System.out.println(live() - base);
            System.out.println(threads("ovh-antispam-"));
            System.out.println(threads("ovh-antispam-release-") + threads("ovh-antispam-async-"));
            if (releases.size() != blocked.size() || releases.stream().anyMatch(CompletableFuture::isDone)) {
                throw new IllegalStateException("a release does not wait");
            }
        }
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .count();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
