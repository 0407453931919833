package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private AntispamEmulator emulator = AntispamEmulator.start();
    private AntispamClient antispam = client(emulator);

    private static AntispamClient client(AntispamEmulator emulator) {
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build();
    }

    private void restart(UnaryOperator<EmulatorBuilder> settings) {
        close();
        emulator = settings.apply(AntispamEmulator.builder()).start();
        antispam = client(emulator);
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private static List<String> addresses(SweepResult result) {
        return result.findings().stream()
                .map(finding -> finding.spamIp().ipSpamming().toString())
                .toList();
    }

    @Test
    void run_findsTheAddressesOfAllBlocks() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.3").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.7/32").spamIp("198.51.100.7").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("203.0.113.0/24");

        SweepResult result = antispam.sweep().run();

        assertThat(addresses(result)).containsExactly("192.0.2.1", "192.0.2.3", "198.51.100.7");
        assertThat(result.isComplete()).isTrue();
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
        assertThat(emulator.journal().count(Operation.GET_SPAM)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 100})
    void batch_findsTheSame(int size) {
        emulator.seed(Seed.generated(537, 300, 1));

        SweepResult plain = antispam.sweep().run();
        long requests = emulator.journal().count(Operation.LIST_SPAM);
        SweepResult batched = antispam.sweep().batch(size).run();

        assertThat(addresses(plain)).hasSize(300);
        assertThat(addresses(batched)).isEqualTo(addresses(plain));
        assertThat(requests).isEqualTo(537);
    }

    @Test
    void batchOf50_takesElevenRequestsForTheBlocksAndOneForThoseWithAddresses() {
        emulator.seed(Seed.generated(537, 20, 1));

        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(20);
        assertThat(emulator.journal().count()).isEqualTo(1 + 1 + 11 + 1);
    }

    @Test
    void serverWithoutBatches_losesNothing() {
        restart(EmulatorBuilder::withoutBatch);
        emulator.seed(Seed.generated(120, 60, 1));

        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(60);
    }

    @Test
    void serverWithoutPages_losesNothing() {
        restart(EmulatorBuilder::withoutPages);
        emulator.seed(Seed.generated(120, 60, 1));

        assertThat(addresses(antispam.sweep().run())).hasSize(60);
        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(60);
    }

    @Test
    void serverThatCapsPages_losesNothing() {
        restart(emulated -> emulated.largestPage(2));
        emulator.seed(Seed.generated(20, 100, 1));

        assertThat(addresses(antispam.sweep().run())).hasSize(100);
        assertThat(addresses(antispam.sweep().batch(7).run())).hasSize(100);
    }
}
