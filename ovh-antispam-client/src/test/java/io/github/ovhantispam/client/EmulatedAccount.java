package io.github.ovhantispam.client;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator without blocks, and a client on its clock; both can be had anew with other settings. */
final class EmulatedAccount implements AfterEachCallback {

    AntispamEmulator emulator = AntispamEmulator.start();
    AntispamClient antispam = client(builder -> builder);

    /** Another client of the same emulator. */
    AntispamClient client(UnaryOperator<AntispamClient.Builder> settings) {
        return settings.apply(AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep))
                .build();
    }

    void blocks(int count) {
        for (int i = 0; i < count; i++) {
            emulator.ipBlock("10.0." + i + ".0/24");
        }
    }

    /** How often the list of the blocks was asked for. */
    long listsOfBlocks() {
        return emulator.journal().count(Operation.LIST_BLOCKS);
    }

    void restart(UnaryOperator<EmulatorBuilder> settings) {
        close();
        emulator = settings.apply(AntispamEmulator.builder()).start();
        antispam = client(builder -> builder);
    }

    private void close() {
        antispam.close();
        emulator.close();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    static List<String> addresses(SweepResult result) {
        return result.findings().stream()
                .map(finding -> finding.spamIp().ipSpamming().toString())
                .toList();
    }
}
