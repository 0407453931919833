package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.emulator.AntispamEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final Map<String, String> account = emulator.environment();

    @AfterEach
    void stop() {
        emulator.close();
    }

    private AntispamClient.Builder builder() {
        return AntispamClient.builder()
                .endpoint(Endpoint.of(emulator.endpoint().toString()))
                .clock(emulator.clock())
                .credentials(Credentials.application(
                        account.get("OVH_APPLICATION_KEY"), account.get("OVH_APPLICATION_SECRET")));
    }

    private AntispamClient validated(PendingConsumerKey pending) {
        try (InputStream page = pending.validationUrl().toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AntispamClient.builder()
                .endpoint(Endpoint.of(emulator.endpoint().toString()))
                .clock(emulator.clock())
                .credentials(Credentials.applicationKeys(
                        account.get("OVH_APPLICATION_KEY"),
                        account.get("OVH_APPLICATION_SECRET"),
                        pending.consumerKey()))
                .build();
    }

    @Test
    void usualKey_isWithoutTheSpecialRules() {
        emulator.ipBlock("192.0.2.0/24").reverse("192.0.2.1", "mail.example.com.");
        try (AntispamClient antispam = validated(builder().requestConsumerKey())) {
            assertThat(antispam.ipBlocks().list()).hasSize(1);
            assertThat(antispam.ipBlock("192.0.2.0/24").reverse().list()).hasSize(1);
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> antispam.notifications().list());
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> antispam.supportTickets().create(NewTicket.of("s", "b")));
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> antispam.ipBlock("192.0.2.0/24")
                            .reverse("192.0.2.1")
                            .delete());
        }
    }

    @Test
    void keyWithRules_hasThemBesideTheUsual() {
        emulator.ipBlock("192.0.2.0/24").reverse("192.0.2.1", "mail.example.com.");
        emulator.addNotification("s", "b");
        PendingConsumerKey pending = builder()
                .requestConsumerKey(
                        AccessRule.NOTIFICATIONS,
                        AccessRule.SUPPORT_TICKETS,
                        AccessRule.REVERSE,
                        AccessRule.NOTIFICATIONS);
        try (AntispamClient antispam = validated(pending)) {
            assertThat(antispam.ipBlocks().list()).hasSize(1);
            assertThat(antispam.notifications().list()).hasSize(1);
            assertThat(antispam.supportTickets().create(NewTicket.of("s", "b")).ticketId())
                    .isPositive();
            antispam.ipBlock("192.0.2.0/24").reverse("192.0.2.1").delete();
            assertThat(emulator.tickets()).hasSize(1);
        }
    }

    @Test
    void keyWithOneRule_hasNoOther() {
        try (AntispamClient antispam = validated(builder().requestConsumerKey(AccessRule.NOTIFICATIONS))) {
            assertThat(antispam.notifications().list()).isEmpty();
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> antispam.supportTickets().create(NewTicket.of("s", "b")));
        }
    }

    @ParameterizedTest
    @CsvSource({"get,/ip", "TRACE,/ip", "GET,ip", "GET,''", "GET,/i p", "GET,/é"})
    void of_whatIsNotARule_isRefused(String method, String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRule.of(method, path));
    }

    @Test
    void of_aRule_isEqualToItsConstant() {
        AccessRule rule = AccessRule.of("POST", "/support/tickets/create");

        assertThat(rule).isEqualTo(AccessRule.SUPPORT_TICKETS).hasSameHashCodeAs(AccessRule.SUPPORT_TICKETS);
        assertThat(rule).isNotEqualTo(AccessRule.REVERSE).hasToString("POST /support/tickets/create");
    }

    @Test
    void requestConsumerKey_withANull_namesIt() {
        assertThatNullPointerException()
                .isThrownBy(() -> builder().requestConsumerKey(AccessRule.REVERSE, null))
                .withMessage("more");
    }
}
