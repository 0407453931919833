package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The vendor guide's whole procedure: find the blocked address, see why it was blocked, and get it released.
 *
 * <p>Without arguments it runs on an emulator that holds the guide's own data, on a clock that jumps over the waits.
 * With {@code --live} it runs the steps that only read on the account whose credentials are in the {@code OVH_*}
 * variables.
 */
public final class UnblockWalkthrough {

    private final PrintStream out;

    private UnblockWalkthrough(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the procedure.
     *
     * @param arguments nothing, or {@code --live}
     */
    public static void main(String... arguments) {
        UnblockWalkthrough walkthrough = new UnblockWalkthrough(System.out);
        List<String> given = List.of(arguments);
        if (given.equals(List.of("--live"))) {
            walkthrough.readLiveAccount();
        } else if (given.isEmpty()) {
            walkthrough.runOnEmulator();
        } else {
            throw new IllegalArgumentException("the only argument is --live");
        }
    }

    private void runOnEmulator() {
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            emulator.seedGuide();
            try (AntispamClient antispam = AntispamClient.builder()
                    .environment(emulator.environment())
                    .clock(emulator.clock())
                    .sleeper(emulator.clock()::sleep)
                    .build()) {
                SpamIpResource ip = findBlocked(antispam).orElseThrow();
                read(antispam, ip);
                unblock(ip, emulator);
                release(antispam, emulator);
            }
        }
    }

    private void readLiveAccount() {
        try (AntispamClient antispam = AntispamClient.create()) {
            findBlocked(antispam)
                    .ifPresentOrElse(
                            ip -> read(antispam, ip), () -> out.println("   No address is blocked. Well done."));
        }
    }

    private Optional<SpamIpResource> findBlocked(AntispamClient antispam) {
        out.println("1. The account's blocks for dedicated servers");
        List<IpBlock> blocks = antispam.ipBlocks().type(IpType.DEDICATED).list();
        blocks.forEach(block -> out.println("   " + block));

        out.println("2. Who is blocked in them?");
        for (IpBlock block : blocks) {
            if (block.isIpv4()) { // the API has no AntiSpam data for IPv6
                List<IpAddress> blocked = antispam.ipBlock(block)
                        .spamIps()
                        .state(SpamState.BLOCKED_FOR_SPAM)
                        .addresses()
                        .list();
                if (!blocked.isEmpty()) {
                    out.println("   " + blocked + " in " + block);
                    return Optional.of(antispam.ipBlock(block).spamIp(blocked.get(0)));
                }
            }
        }
        return Optional.empty();
    }

    private void read(AntispamClient antispam, SpamIpResource ip) {
        out.println("3. What is known of " + ip.ipSpamming());
        SpamIp spam = ip.get();
        out.println("   state " + spam.state() + " since " + spam.date() + " for "
                + spam.time().toSeconds() + " s");
        out.println("   can be released from " + spam.releasableAt() + " on");
        SpamIpResource located = antispam.locate(ip.ipSpamming());
        out.println("   found without knowing its block, too: in " + located.block());

        out.println("4. Why was it blocked?");
        for (SpamStats stats : ip.stats()) {
            out.println("   " + stats.numberOfSpams() + " of " + stats.total()
                    + " mails were spam, with a mean score of " + stats.averageSpamscore() + ":");
            // A Message-ID is the sender's text, so it is printed through toString, which makes it harmless.
            stats.detectedSpams().forEach(mail -> out.println("   " + mail));
        }
    }

    private void unblock(SpamIpResource ip, AntispamEmulator emulator) {
        out.println("5. Release it");
        try {
            ip.unblock(Precaution.mailStoppedAndQueueEmptied());
        } catch (IpStillBlockedException e) {
            out.println("   too early: " + e.apiMessage().orElse("no reason given"));
            out.println("   waiting " + e.remaining().toSeconds() + " s");
            emulator.clock().advance(e.remaining());
        }
        out.println("   asked again: "
                + ip.unblock(Precaution.mailStoppedAndQueueEmptied()).state());
        emulator.clock().advance(Duration.ofMinutes(10));
        out.println("   ten minutes later: " + ip.get().state());
    }

    private void release(AntispamClient antispam, AntispamEmulator emulator) {
        out.println("6. The same for a neighbour, in one call that does the waiting");
        emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.123").blockedFor(Duration.ofHours(1));
        SpamIp released = antispam.locate("122.122.122.123")
                .release(Precaution.mailStoppedAndQueueEmptied())
                .timeout(Duration.ofHours(2))
                .onProgress(progress -> out.println("   " + progress))
                .await();
        out.println("   " + released.ipSpamming() + " is " + released.state() + " at "
                + emulator.clock().instant());
    }
}
