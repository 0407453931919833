package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.SpamState;
import java.util.List;

/**
 * The blocked addresses of the whole account, and the blocks that could not be read.
 *
 * <p>Without arguments it runs on an emulator with two hundred blocks, one of whose services has expired, on a clock
 * that jumps over the waits. With {@code --live} it sweeps the account whose credentials are in the {@code OVH_*}
 * variables, at sixty requests a minute.
 */
public final class SweepAccount {

    private SweepAccount() {}

    /**
     * Sweeps, and prints what it found.
     *
     * @param arguments nothing, or {@code --live}
     */
    public static void main(String... arguments) {
        List<String> given = List.of(arguments);
        try {
            if (given.equals(List.of("--live"))) {
                try (AntispamClient antispam = AntispamClient.create()) {
                    sweep(antispam);
                }
            } else if (given.isEmpty()) {
                sweepEmulator();
            } else {
                throw new IllegalArgumentException("the only argument is --live");
            }
        } catch (AntispamException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void sweepEmulator() {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                        .seed(Seed.generated(200, 6, 2026))
                        .start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .build()) {
            emulator.faults()
                    .on(Operation.LIST_SPAM)
                    .when(request -> request.target().contains("10.0.7.0%2F28"))
                    .status(460, "This service is expired");
            sweep(antispam);
        }
    }

    private static void sweep(AntispamClient antispam) {
        Sweep blocked = antispam.sweep()
                .state(SpamState.BLOCKED_FOR_SPAM)
                .ratePerMinute(60)
                .onProgress(progress -> {
                    if (progress.blocksDone() % 50 == 0) {
                        System.out.println(progress.blocksDone() + " of " + progress.blocks() + " blocks read");
                    }
                });
        SweepResult result = blocked.run();
        for (Finding finding : result.findings()) {
            System.out.println(finding.spamIp().ipSpamming() + " in " + finding.block() + ", can be released from "
                    + finding.spamIp().releasableAt());
        }
        for (BlockFailure failure : result.failures()) {
            System.out.println("could not be read: " + failure.block() + ": "
                    + failure.exception().getMessage());
        }
    }
}
