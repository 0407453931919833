package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.client.ReblockedException;
import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.WaitTimeoutException;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A release in one call, which waits for the end of the block and for the effect, and its three ends that are not a
 * success: a precaution that does not hold, a new block, and a time limit.
 *
 * <p>It runs on an emulator only, on a clock that jumps over the waits: nothing is released that exists.
 */
public final class ReleaseAndWait {

    private ReleaseAndWait() {}

    /**
     * Releases an address four times, each with another end.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .build()) {
            EmulatedSpamIp address = emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1");
            SpamIpResource ip = antispam.ipBlock("192.0.2.0/28").spamIp("192.0.2.1");
            AtomicInteger queue = new AtomicInteger(12);
            Precaution queueIsEmpty = blocked -> {
                if (queue.get() > 0) {
                    throw new PrecautionException(queue + " mails wait in the queue");
                }
            };

            System.out.println("1. While mails wait in the queue");
            address.blockedFor(Duration.ofHours(1));
            release(ip, queueIsEmpty, Duration.ofHours(2));

            System.out.println("2. With an empty queue");
            queue.set(0);
            release(ip, queueIsEmpty, Duration.ofHours(2));

            System.out.println("3. While spam still leaves");
            address.blockedFor(Duration.ofHours(1)).stillSpamming(Duration.ofSeconds(1));
            release(ip, queueIsEmpty, Duration.ofHours(2));

            System.out.println("4. With a time limit that is too short");
            address.mailStopped().blockedFor(Duration.ofHours(1));
            release(ip, queueIsEmpty, Duration.ofMinutes(10));
        } catch (AntispamException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void release(SpamIpResource ip, Precaution precaution, Duration limit) {
        Set<Step> printed = EnumSet.noneOf(Step.class);
        try {
            SpamIp free = ip.release(precaution)
                    .timeout(limit)
                    .onProgress(progress -> {
                        if (printed.add(progress.step())) { // once per step, not for each poll
                            System.out.println("   " + progress);
                        }
                    })
                    .await();
            System.out.println("   done: " + free.ipSpamming() + " is " + free.state());
        } catch (PrecautionException e) {
            System.out.println("   refused, nothing was sent: " + e.getMessage());
        } catch (ReblockedException e) {
            System.out.println(
                    "   blocked again, for " + e.spamIp().time().toMinutes() + " minutes: find out what still sends");
        } catch (WaitTimeoutException e) {
            System.out.println("   not in time: " + e.getMessage());
        }
    }
}
