package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.util.List;

/**
 * The shortest useful program: the state of an address, and when it can be released.
 *
 * <p>Without arguments it runs on an emulator. With {@code --live} and an address it reads the account whose
 * credentials are in the {@code OVH_*} variables or an {@code ovh.conf}.
 */
public final class QuickStart {

    private QuickStart() {}

    /**
     * Reads the state of an address and prints it.
     *
     * @param arguments nothing, or {@code --live} and an address
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.size() == 2 && given.get(0).equals("--live")) {
                try (AntispamClient antispam = AntispamClient.create()) { // OVH_* variables, then ovh.conf
                    print(antispam, given.get(1));
                }
            } else if (given.isEmpty()) {
                readEmulator();
            } else {
                throw new IllegalArgumentException("the only arguments are --live and an address");
            }
        } catch (AntispamException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void readEmulator() {
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .build()) {
            emulator.seedGuide();
            print(antispam, "122.122.122.122");
        }
    }

    private static void print(AntispamClient antispam, String address) {
        SpamIpResource ip = antispam.locate(address); // finds the block of the address
        try {
            SpamIp spam = ip.get();
            System.out.println(address + " in " + ip.block() + " is " + spam.state());
            if (spam.state().equals(SpamState.BLOCKED_FOR_SPAM)) {
                System.out.println("blocked since " + spam.date() + ", can be released from " + spam.releasableAt());
            }
        } catch (NotFoundException e) {
            if (!e.isSaidByApi()) {
                throw e; // the page of a proxy, which says nothing about the address
            }
            System.out.println(address + " has never been blocked");
        }
    }
}
