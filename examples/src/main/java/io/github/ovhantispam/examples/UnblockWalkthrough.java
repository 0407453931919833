package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The vendor guide's whole procedure: find the blocked address, see why it was blocked, and get it released.
 *
 * <p>Without arguments it runs on an emulator that holds the guide's own data, on a clock that jumps over the waits.
 * With {@code --live} it runs the steps that only read on the account whose credentials are in the {@code OVH_*}
 * variables.
 */
public final class UnblockWalkthrough {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

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
        try {
            if (given.equals(List.of("--live"))) {
                walkthrough.readLiveAccount();
            } else if (given.isEmpty()) {
                walkthrough.runOnEmulator();
            } else {
                throw new IllegalArgumentException("the only argument is --live");
            }
        } catch (AntispamException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void runOnEmulator() {
        out.println("This runs on an emulator inside the program: no account is needed, nothing real is touched.");
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
                out.println("Next, from the alert mail to the one who sent the spam:");
                out.println("   mvn -q -ntp -pl examples -am compile exec:exec -Dexample=HandleAlert");
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
            out.println("   time                       score  Message-ID");
            for (SpamTarget mail : stats.detectedSpams()) {
                out.printf(
                        Locale.ROOT,
                        "   %s  %5d  %s%n",
                        TIME.format(mail.date().atOffset(spam.date().getOffset())),
                        mail.spamscore(),
                        printable(mail.messageId()));
            }
        }
    }

    /** A Message-ID is text of the sender: a terminal gets its visible ASCII only. */
    private static String printable(String messageId) {
        return messageId.replaceAll("[^\\x21-\\x7e]", "?");
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
        Set<Step> printed = EnumSet.noneOf(Step.class);
        SpamIp released = antispam.locate("122.122.122.123")
                .release(Precaution.mailStoppedAndQueueEmptied())
                .timeout(Duration.ofHours(2))
                .onProgress(progress -> {
                    if (printed.add(progress.step())) { // once per step, not for each poll
                        out.println("   " + progress);
                    }
                })
                .await();
        ZoneOffset zone = antispam.ipBlock("122.122.122.121/28")
                .spamIp("122.122.122.122")
                .get()
                .date()
                .getOffset();
        out.println("   " + released.ipSpamming() + " is " + released.state() + " at "
                + TIME.format(emulator.clock().instant().atOffset(zone)));
    }
}
