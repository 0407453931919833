package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes around a block: the alert, the support, and the reverse names. */
class MailSideTest {

    private static final String HISTORY = "/me/notification/email/history";
    private static final String REVERSE = "/ip/192.0.2.0%2F24/reverse";

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.start();
        emulator.ipBlock("192.0.2.0/24");
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void notifications_thatWereAdded_areListedAndRead() {
        assertThat(caller.get(HISTORY).body()).isEqualTo("[]");
        long id = emulator.addNotification("Hello", "World\n");

        assertThat(caller.get(HISTORY).body()).isEqualTo("[" + id + "]");
        assertThat(caller.get(HISTORY + "/" + id).body())
                .isEqualTo("{\"body\":\"World\\n\",\"date\":\"2022-08-29T16:42:50+00:00\",\"id\":" + id
                        + ",\"subject\":\"Hello\"}");
        assertThat(caller.get(HISTORY + "/" + (id + 1)).status()).isEqualTo(404);
        assertThat(caller.get(HISTORY + "/x").status()).isEqualTo(400);
        emulator.reset();
        assertThat(caller.get(HISTORY).body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @EnumSource(AlertLanguage.class)
    void alert_ofABlock_namesTheAddressAndItsSamples(AlertLanguage language) {
        try (AntispamEmulator alerting =
                        AntispamEmulator.builder().alertMails(language).start();
                TestCaller reader = TestCaller.of(alerting)) {
            EmulatedSpamIp address =
                    alerting.ipBlock("192.0.2.0/24").spamIp("192.0.2.7").blockedFor(Duration.ofHours(1));
            Instant now = alerting.clock().instant();
            EmulatedSpamStats stats = address.stats(now, 9, 9);
            for (int i = 1; i <= 7; i++) {
                stats.detected(now, "203.0.113.9", "a-" + i + "@example.org", 300 + i);
            }
            alerting.clock().advance(Duration.ofHours(2));
            address.reoffends();
            String[] ids = reader.get(HISTORY).body().replaceAll("[\\[\\]]", "").split(",", -1);

            assertThat(ids).hasSize(2);
            String first = reader.get(HISTORY + "/" + ids[0]).body();
            String colon = language == AlertLanguage.FRENCH ? " : " : ": ";
            assertThat(first)
                    .contains("192.0.2.7", "\"date\":\"2022-08-29T16:42:50+00:00\"")
                    .contains("Destination IP" + colon + "203.0.113.9 - Message-ID" + colon
                            + "a-6@example.org - Spam score: 306\\n")
                    .contains(
                            language == AlertLanguage.FRENCH
                                    ? "une de vos IP:\\n192.0.2.7\\n"
                                    : "your IP 192.0.2.7 is sending spam.\\n")
                    .doesNotContain("a-7@");
            assertThat(reader.get(HISTORY + "/" + ids[1]).body()).doesNotContain("Message-ID");
        }
    }

    @Test
    void alert_ofASeedThatIsRefused_isNotSent() {
        try (AntispamEmulator alerting = AntispamEmulator.builder()
                        .alertMails(AlertLanguage.ENGLISH)
                        .start();
                TestCaller reader = TestCaller.of(alerting)) {
            Seed seed =
                    Seed.json("{\"blocks\":[{\"ip\":\"192.0.2.0/24\",\"spam\":[{\"ipSpamming\":\"192.0.2.1\"}]},{}]}");

            assertThatIllegalArgumentException().isThrownBy(() -> alerting.seed(seed));
            assertThat(reader.get(HISTORY).body()).isEqualTo("[]");
        }
    }

    @Test
    void ticket_thatFitsTheSchema_isRecorded() {
        TestCaller.Reply reply = caller.post(
                "/support/tickets/create",
                "{\"subject\":\"False positive\",\"body\":\"From: a\\n\",\"category\":\"assistance\",\"product\":\"network\","
                        + "\"serviceName\":\"192.0.2.0/24\",\"type\":null,\"watchers\":[\"a@example.org\"]}");

        assertThat(emulator.tickets()).singleElement().satisfies(ticket -> {
            assertThat(reply.body())
                    .matches("\\{\"additionalNotice\":null,\"messageId\":[0-9]+,\"ticketId\":" + ticket.ticketId()
                            + ",\"ticketNumber\":[0-9]+}");
            assertThat(ticket.subject()).isEqualTo("False positive");
            assertThat(ticket.body()).isEqualTo("From: a\n");
            assertThat(ticket.fields())
                    .isEqualTo(Map.of("category", "assistance", "product", "network", "serviceName", "192.0.2.0/24"));
            assertThat(ticket.watchers()).containsExactly("a@example.org");
            assertThat(ticket).hasToString("#" + ticket.ticketId() + " False positive");
        });
        emulator.reset();
        assertThat(emulator.tickets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"subject\":\"a\"}",
                "{\"body\":\"a\"}",
                "{\"subject\":1,\"body\":\"a\"}",
                "{\"subject\":null,\"body\":\"a\"}",
                "{\"subject\":\"a\",\"body\":\"a\",\"category\":\"Assistance\"}",
                "{\"subject\":\"a\",\"body\":\"a\",\"product\":\"\"}",
                "{\"subject\":\"a\",\"body\":\"a\",\"impact\":\"urgent\"}",
                "{\"subject\":\"a\",\"body\":\"a\",\"watchers\":\"a@example.org\"}",
                "{\"subject\":\"a\",\"body\":\"a\",\"watchers\":[1]}",
                "{\"subject\":\"a\",\"body\":\"a\",\"watchers\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}",
                "{\"subject\":\"a\",\"body\":\"a\",\"attachment\":\"x\"}"
            })
    void ticket_thatBreaksTheSchema_is400AndNotRecorded(String body) {
        assertThat(caller.post("/support/tickets/create", body).status()).isEqualTo(400);
        assertThat(emulator.tickets()).isEmpty();
    }

    @Test
    void reverse_setReadAndDeleted_isGone() {
        String body = "{\"ipReverse\":\"192.0.2.7\",\"reverse\":\"mail.example.org.\"}";

        assertThat(caller.post(REVERSE, body).body()).isEqualTo(body);
        assertThat(caller.get(REVERSE).body()).isEqualTo("[\"192.0.2.7\"]");
        assertThat(caller.get(REVERSE + "/192.0.2.7").body()).isEqualTo(body);
        assertThat(caller.call("DELETE", REVERSE + "/192.0.2.7", null).status()).isEqualTo(200);
        assertThat(caller.get(REVERSE + "/192.0.2.7").status()).isEqualTo(404);
        assertThat(caller.call("DELETE", REVERSE + "/192.0.2.7", null).status()).isEqualTo(404);
        emulator.ipBlock("192.0.2.0/24").reverse("192.0.2.8", "b.example.");
        assertThat(caller.with("X-Pagination-Mode", "CachedObjectList-Pages")
                        .get(REVERSE)
                        .body())
                .isEqualTo("[{\"ipReverse\":\"192.0.2.8\",\"reverse\":\"b.example.\"}]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.ipBlock("192.0.2.0/24").reverse("192.0.3.1", "a."));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, mail.example.org",
        "192.0.2.7, -mail.example.org.",
        "192.0.2.7, Mail.example.org.",
        "192.0.2.7, mail..example.org.",
        "192.0.2.7, .",
        "192.0.2.7, a b.example.org.",
        "192.0.2.7, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.org.",
        "192.0.3.7, mail.example.org.",
        "nonsense, mail.example.org."
    })
    void reverse_thatTheVendorRefuses_is400(String address, String name) {
        String body = "{\"ipReverse\":\"" + address + "\",\"reverse\":\"" + name + "\"}";

        assertThat(caller.post(REVERSE, body).status()).isEqualTo(400);
        assertThat(caller.post(REVERSE, "{\"ipReverse\":\"192.0.2.7\"}").status())
                .isEqualTo(400);
        assertThat(caller.get(REVERSE).body()).isEqualTo("[]");
    }

    @Test
    void calls_outsideTheRules_areNotGranted() {
        emulator.credential().allowNothing().allow("GET", "/ip").allow("GET", "/ip/*");

        assertThat(caller.get(HISTORY).body()).contains("NOT_GRANTED_CALL");
        assertThat(caller.post("/support/tickets/create", "{}").body()).contains("NOT_GRANTED_CALL");
        assertThat(caller.call("DELETE", REVERSE + "/192.0.2.7", null).body()).contains("NOT_GRANTED_CALL");
        assertThat(emulator.journal().count(Operation.CREATE_TICKET)).isEqualTo(1);
        emulator.faults().on(Operation.LIST_REVERSES).times(1).status(503);
        assertThat(caller.get(REVERSE).status()).isEqualTo(503);
        assertThat(caller.get(REVERSE).status()).isEqualTo(200);
    }
}
