package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.emulator.AlertLanguage;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpamAlertsTest {

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .sleeper(emulator.clock()::sleep)
            .build();
    private final SpamAlerts alerts = SpamAlerts.of(antispam, emulator.clock());

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private void alertAbout(String address) {
        emulator.addNotification("[OVH] Antispam", AlertWording.of("fr").alert(address, List.of()));
    }

    private void noise(int mails) {
        for (int i = 0; i < mails; i++) {
            emulator.addNotification("Invoice " + i, "Your invoice of 192.0.2." + i % 256 + " is ready");
        }
    }

    private long read() {
        return emulator.journal().count(Operation.GET_NOTIFICATION);
    }

    @Test
    void list_isOfTheAlertsNewestFirst() {
        alertAbout("192.0.2.1");
        noise(3);
        alertAbout("192.0.2.2");
        noise(2);

        assertThat(alerts.list())
                .extracting(SpamAlert::address)
                .containsExactly(IpAddress.of("192.0.2.2"), IpAddress.of("192.0.2.1"));
    }

    @ParameterizedTest
    @EnumSource(AlertLanguage.class)
    void stream_afterABlock_hasItsAlert(AlertLanguage language) {
        try (AntispamEmulator announcing =
                        AntispamEmulator.builder().alertMails(language).start();
                AntispamClient client = AntispamClient.builder()
                        .environment(announcing.environment())
                        .clock(announcing.clock())
                        .build()) {
            announcing.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

            SpamAlert alert = SpamAlerts.of(client, announcing.clock()).since(Duration.ofDays(2)).stream()
                    .findFirst()
                    .orElseThrow();

            assertThat(alert.locate(client).get().ipSpamming()).isEqualTo(IpAddress.of("192.0.2.1"));
        }
    }

    @Test
    void since_leavesOutOlderOnes() {
        alertAbout("192.0.2.1");
        emulator.clock().advance(Duration.ofDays(1));
        Instant second = emulator.clock().instant();
        alertAbout("192.0.2.2");
        emulator.clock().advance(Duration.ofDays(1));
        alertAbout("192.0.2.3");

        assertThat(alerts.since(second).list()).hasSize(2);
        assertThat(alerts.since(second.plusSeconds(1)).list()).hasSize(1);
        assertThat(alerts.since(Duration.ofDays(1)).list()).hasSize(2);
        assertThat(alerts.since(Duration.ofHours(1)).list()).hasSize(1);
        assertThat(alerts.since(Duration.ofSeconds(Long.MAX_VALUE)).list()).hasSize(3);
        assertThat(alerts.since(Instant.MIN).list()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> alerts.since(Duration.ofDays(-1)));
    }

    @Test
    void since_readsFewMailsOfALongHistory() {
        noise(1000);
        emulator.clock().advance(Duration.ofDays(3));
        alertAbout("192.0.2.1");

        assertThat(alerts.since(Duration.ofDays(2)).list()).hasSize(1);
        assertThat(read()).isBetween(51L, 64L);
    }

    @Test
    void stream_thatIsLeftAtTheFirst_readsNoMore() {
        noise(100);
        alertAbout("192.0.2.1");

        assertThat(alerts.stream().findFirst()).isPresent();
        assertThat(read()).isLessThanOrEqualTo(8);
    }

    @Test
    void dated_hasTheDateAndTheNumberOfTheMail() {
        long id = emulator.addNotification("s", AlertWording.of("en").alert("192.0.2.1", List.of()));

        NotifiedAlert dated = alerts.dated().findFirst().orElseThrow();

        assertThat(dated.date().toInstant())
                .isEqualTo(emulator.clock().instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(dated.notificationId()).isEqualTo(id);
    }

    @Test
    void mailBeyondALimit_failsAfterAllOthers() {
        alertAbout("192.0.2.1");
        long id = emulator.addNotification("Newsletter", "x".repeat(300_000));
        alertAbout("192.0.2.2");
        List<SpamAlert> delivered = new ArrayList<>();

        assertThatExceptionOfType(MalformedMailException.class)
                .isThrownBy(() -> alerts.stream().forEach(delivered::add))
                .withMessageStartingWith("mail " + id + " of ")
                .withMessageContaining(": Newsletter may be an alert: ");
        assertThat(delivered).hasSize(2);
    }

    @Test
    void list_withoutTheRule_namesIt() {
        emulator.credential().allowNothing().allow("GET", "/ip");

        assertThatExceptionOfType(PermissionException.class)
                .isThrownBy(alerts::list)
                .withMessageContaining("requestConsumerKey(AccessRule.NOTIFICATIONS)");
    }

    @Test
    void alerts_notUsed_costNothing() {
        alerts.since(Duration.ofDays(1)).stream();

        assertThat(emulator.journal().count()).isZero();
        assertThat(alerts.since(Instant.EPOCH)).hasToString("SpamAlerts[since 1970-01-01T00:00:00Z]");
    }
}
