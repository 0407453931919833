package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor guide's procedure, over real HTTP, with the guide's own data. */
class GuideProcedureTest {

    private static final String BLOCK = "122.122.122.121/28";
    private static final String ADDRESS = "122.122.122.122";

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(emulator.clock()::sleep)
            .build();

    @BeforeEach
    void seed() {
        emulator.seedGuide();
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private SpamIpResource ip() {
        return antispam.ipBlock(BLOCK).spamIp(ADDRESS);
    }

    @Test
    void ipBlocks_byType_areTheGuidesAsListed() {
        assertThat(antispam.ipBlocks().type(IpType.DEDICATED).list())
                .map(IpBlock::toString)
                .containsExactlyInAnyOrder(
                        "2001:41d0:67:d200::/56",
                        "2001:41d0:68:a00::/56",
                        "2001:41d0:68:f000::/56",
                        "2001:41d0:117:db00::/56",
                        "122.122.122.121/28",
                        "145.56.222.96/28",
                        "188.81.49.30/28");
        assertThat(antispam.ipBlocks().type(IpType.VPS).list()).isEmpty();
    }

    @Test
    void spamIps_byState_areTheBlockedOne() {
        SpamIpQuery spamIps = antispam.ipBlock(BLOCK).spamIps();

        assertThat(spamIps.state(SpamState.BLOCKED_FOR_SPAM).addresses().list()).containsExactly(IpAddress.of(ADDRESS));
        assertThat(spamIps.state(SpamState.BLOCKED_FOR_SPAM).stream()).containsExactly(blocked());
        assertThat(spamIps.state(SpamState.UNBLOCKED).addresses().list()).isEmpty();
        assertThat(antispam.ipBlock("2001:41d0:67:d200::/56").spamIps().list()).isEmpty();
    }

    @Test
    void get_ofTheBlockedAddress_saysWhenItCanBeReleased() {
        SpamIp spam = ip().get();

        assertThat(spam).isEqualTo(blocked());
        assertThat(spam.releasableAt()).isEqualTo("2022-08-29T18:42:50+01:00");
        assertThat(spam.releasableIn(emulator.clock().instant())).isEqualTo(Duration.ofSeconds(129));
    }

    @Test
    void locate_withoutTheBlock_findsIt() {
        SpamIpResource located = antispam.locate(ADDRESS);

        assertThat(located.block()).hasToString(BLOCK);
        assertThat(located.get()).isEqualTo(blocked());
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
    }

    @Test
    void locate_inNestedBlocks_takesTheMostSpecific() {
        emulator.ipBlock("122.122.0.0/16");
        emulator.ipBlock("122.122.122.122/32").spamIp(ADDRESS).unblocked();

        assertThat(antispam.locate(ADDRESS).block()).hasToString("122.122.122.122/32");
    }

    @Test
    void locate_ofSomebodyElsesAddress_saysSo() {
        assertThatExceptionOfType(BlockNotFoundException.class)
                .isThrownBy(() -> antispam.locate("198.51.100.1"))
                .withMessageStartingWith("198.51.100.1 is in no block of this account");
    }

    @Test
    void stats_betweenTwoDates_holdTheDetectedMails() {
        Instant blocked = Instant.parse("2022-08-29T16:42:50Z");

        List<SpamStats> stats = ip().stats(blocked.minus(Duration.ofDays(7)), blocked);

        assertThat(stats).hasSize(1);
        assertThat(stats.get(0).timestamp()).isEqualTo(blocked);
        assertThat(stats.get(0).detectedSpams())
                .hasSize(7)
                .contains(SpamTarget.of(
                        Instant.ofEpochSecond(1385640992),
                        IpAddress.of("188.95.235.33"),
                        "2PXQSX-3JRAUU-SF@obfuscated.com",
                        410));
        assertThat(ip().stats(blocked.minus(Duration.ofDays(7)), blocked.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void unblock_tooEarlyThenInTime_isRefusedThenAccepted() {
        assertThatExceptionOfType(IpStillBlockedException.class)
                .isThrownBy(() -> ip().unblock(Precaution.mailStoppedAndQueueEmptied()))
                .satisfies(e -> assertThat(e.remaining()).isEqualTo(Duration.ofSeconds(129)))
                .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isFalse())
                .withMessageStartingWith("POST /ip/122.122.122.121%2F28/spam/122.122.122.122/unblock -> 400:"
                        + " This IP address is still blocked for 129 seconds");

        emulator.clock().advance(Duration.ofSeconds(129));
        SpamIp unblocking = ip().unblock(Precaution.mailStoppedAndQueueEmptied());

        assertThat(unblocking.state()).isEqualTo(SpamState.UNBLOCKING);
        assertThat(unblocking.date()).isEqualTo(blocked().date());
        assertThat(unblocking.time()).isEqualTo(Duration.ofHours(1));

        emulator.clock().advance(Duration.ofMinutes(30));
        assertThat(ip().get().state()).isEqualTo(SpamState.UNBLOCKED);
    }

    @Test
    void release_ofTheBlockedAddress_doesTheWaitingItself() {
        SpamIp released = ip().release(Precaution.mailStoppedAndQueueEmptied()).await();

        assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
        assertThat(emulator.clock().instant()).isAfter(blocked().releasableAt().toInstant());
        assertThat(emulator.journal().count(Operation.UNBLOCK)).isEqualTo(1);
    }

    @Test
    void details_ofTheBlock_areRead() {
        assertThat(antispam.ipBlock(BLOCK).get().type()).isEqualTo(IpType.DEDICATED);
        assertThat(antispam.ipBlocks().details().list()).hasSize(7);
    }

    private static SpamIp blocked() {
        return SpamIp.of(
                IpAddress.of(ADDRESS),
                OffsetDateTime.parse("2022-08-29T17:42:50+01:00"),
                Duration.ofHours(1),
                SpamState.BLOCKED_FOR_SPAM);
    }
}
