package io.github.ovhantispam.cli.account;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.emulator.AlertLanguage;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedCredential;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Seed;
import java.time.Instant;

/** An invented account in the memory of this process: the example of the vendor's guide. */
final class EmulatedAccount implements Account {

    private final AntispamEmulator emulator;
    private final AntispamClient client;

    private EmulatedAccount(AntispamEmulator emulator, AntispamClient client) {
        this.emulator = emulator;
        this.client = client;
    }

    /**
     * Opens an account whose waits take no time.
     *
     * @param realTime true for a command that never ends, which would otherwise never pause
     */
    static EmulatedAccount open(boolean realTime) {
        EmulatorClock clock =
                realTime ? EmulatorClock.system() : EmulatorClock.startingAt(Instant.ofEpochSecond(1_661_791_250));
        AntispamEmulator emulator = AntispamEmulator.builder()
                .clock(clock)
                .alertMails(AlertLanguage.ENGLISH)
                .seed(Seed.guide())
                .start();
        try {
            EmulatedCredential credential = emulator.credential();
            // Given in code, so that no ovh.conf is read: a damaged one must not keep anybody from trying a command.
            AntispamClient client = AntispamClient.builder()
                    .endpoint(Endpoint.of(emulator.endpoint().toString()))
                    .credentials(Credentials.applicationKeys(
                            credential.applicationKey(), credential.applicationSecret(), credential.consumerKey()))
                    .clock(clock)
                    .sleeper(clock::sleep)
                    .build();
            return new EmulatedAccount(emulator, client);
        } catch (RuntimeException e) {
            emulator.close(); // its threads would keep the JVM
            throw e;
        }
    }

    @Override
    public AntispamClient client() {
        return client;
    }

    @Override
    public Instant now() {
        return emulator.clock().instant();
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
