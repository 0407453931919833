package io.github.ovhantispam.consumer;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Uses every thread that a client can have, and closes the client only when told to. */
final class UnclosedProgram {

    private UnclosedProgram() {}

    public static void main(String... args) throws Exception {
        AntispamClient antispam = AntispamClient.create();
        SpamIpResource ip = antispam.locate("122.122.122.122");
        System.out.println("async: "
                + antispam.async(view -> view.ipBlocks().list().size()).get());
        // Nobody reads this stream to its end, nor closes it.
        System.out.println(
                "sweep: " + antispam.sweep().includeIpv6().stream().limit(1).count());
        // It waits for the end of a block of an hour, on the client's timer.
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<SpamIp> release = ip.release(p -> {})
                .onProgress(progress -> {
                    System.out.println(progress);
                    waiting.countDown();
                })
                .start();
        waiting.await();
        CountDownLatch watching = new CountDownLatch(1);
        CompletableFuture<Void> watch =
                antispam.sweep().watch(Duration.ofHours(1)).start(event -> watching.countDown());
        watching.await();
        antispam.async(view -> view.ipBlocks().list()).get();
        if (args.length > 0) {
            Set<Thread> threads = Thread.getAllStackTraces().keySet();
            antispam.close();
            for (Thread thread : threads) {
                if (thread.getName().startsWith("ovh-antispam")) {
                    thread.join(10_000);
                    System.out.println(thread.getName() + (thread.isAlive() ? " is alive" : " has ended"));
                }
            }
        }
        System.out.println(release.isCancelled() && watch.isCancelled() ? "cancelled" : "still waiting");
        System.out.println("the end");
    }
}
