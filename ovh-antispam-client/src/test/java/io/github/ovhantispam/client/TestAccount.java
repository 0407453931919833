package io.github.ovhantispam.client;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An account on an emulator with one block and one blocked address, a client of it, and a record of the client's waits.
 */
final class TestAccount implements AutoCloseable {

    static final String BLOCK = "192.0.2.9/28";
    static final String ADDRESS = "192.0.2.1";
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    final AntispamEmulator emulator;
    final EmulatorClock clock;
    final AntispamClient antispam;
    final EmulatedSpamIp address;
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    private TestAccount(
            UnaryOperator<EmulatorBuilder> emulated,
            UnaryOperator<AntispamClient.Builder> client,
            EmulatorClock clock,
            boolean oauth2) {
        this.clock = clock;
        emulator = emulated.apply(AntispamEmulator.builder().clock(clock)).start();
        address = emulator.ipBlock(BLOCK).type(IpType.DEDICATED).spamIp(ADDRESS).blockedFor(Duration.ofHours(1));
        address.stats(START, 3, 2);
        emulator.ipBlock(BLOCK).reverse(ADDRESS, "mail.example.com.");
        emulator.addNotification("Alert", "One of your addresses is sending spam");
        antispam = client.apply(AntispamClient.builder()
                        .environment(oauth2 ? emulator.oauth2Environment() : emulator.environment())
                        .clock(clock)
                        .sleeper(this::sleep))
                .build();
    }

    static TestAccount open() {
        return open(emulated -> emulated, client -> client);
    }

    static TestAccount open(UnaryOperator<AntispamClient.Builder> client) {
        return open(emulated -> emulated, client);
    }

    static TestAccount open(UnaryOperator<EmulatorBuilder> emulated, UnaryOperator<AntispamClient.Builder> client) {
        return new TestAccount(emulated, client, EmulatorClock.startingAt(START), false);
    }

    /** With a service account instead of application keys. */
    static TestAccount openWithOauth2() {
        return new TestAccount(emulated -> emulated, client -> client, EmulatorClock.startingAt(START), true);
    }

    private void sleep(Duration duration) throws InterruptedException {
        clock.sleep(duration);
        waits.add(duration);
    }

    SpamIpResource ip() {
        return antispam.ipBlock(BLOCK).spamIp(ADDRESS);
    }

    ReverseResource reverse() {
        return antispam.ipBlock(BLOCK).reverse(ADDRESS);
    }

    /** The address, its block over. */
    TestAccount unblockable() {
        address.blockedAt(START.minus(Duration.ofHours(2)).atOffset(java.time.ZoneOffset.UTC), Duration.ofHours(1));
        return this;
    }

    long count(Operation operation) {
        return emulator.journal().count(operation);
    }

    @Override
    public void close() {
        antispam.close();
        emulator.close();
    }
}
