package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The reason for a block: the mails that were detected, as a table with their Message-IDs.
 *
 * <p>Without arguments it runs on an emulator. With {@code --live} and an address it reads the account whose
 * credentials are in the {@code OVH_*} variables or an {@code ovh.conf}.
 */
public final class ReadStats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ReadStats() {}

    /**
     * Reads the statistics of an address and prints them.
     *
     * @param arguments nothing, or {@code --live} and an address
     */
    public static void main(String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("--live")) {
            read(AntispamClient.builder(), arguments[1]); // OVH_* variables, then ovh.conf
        } else if (arguments.length == 0) {
            try (AntispamEmulator emulator = AntispamEmulator.start()) {
                emulator.seedGuide();
                read(AntispamClient.builder().environment(emulator.environment()), "122.122.122.122");
            }
        } else {
            fail("the only arguments are --live and an address");
        }
    }

    private static void read(AntispamClient.Builder account, String address) {
        try (AntispamClient antispam = account.build()) {
            print(antispam.locate(address));
        } catch (AntispamException | IllegalArgumentException e) {
            fail(e.getMessage());
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private static void print(SpamIpResource ip) {
        SpamIp spam = ip.get();
        ZoneOffset zone = spam.date().getOffset(); // the one that the API uses for the block
        for (SpamStats stats : ip.stats()) {
            System.out.println(stats.numberOfSpams() + " of " + stats.total() + " mails from " + ip.ipSpamming()
                    + " were spam, with a mean score of " + stats.averageSpamscore());
            System.out.printf(Locale.ROOT, "%-26s %-15s %5s  %s%n", "time", "destination", "score", "Message-ID");
            for (SpamTarget mail : stats.detectedSpams()) {
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %-15s %5d  %s%n",
                        TIME.format(mail.date().atOffset(zone)) + " " + zone,
                        mail.destinationIp(),
                        mail.spamscore(),
                        printable(mail.messageId()));
            }
        }
    }

    /** A Message-ID is text of the sender: a terminal gets its visible ASCII only. */
    private static String printable(String messageId) {
        return messageId.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
