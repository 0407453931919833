package io.github.ovhantispam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model against a plain {@code ObjectMapper}, as an application that has its own would use it. */
class JsonTest {

    private static final String SPAM_IP = """
            {"time": 3600, "date": "2022-08-29T17:42:50+01:00", "ipSpamming": "122.122.122.122", "state": "blockedForSpam"}
            """;
    private static final String SPAM_TARGET = """
            {"messageId": "2PXQSX-3JRAUU-SF@obfuscated.com", "destinationIp": "188.95.235.33", "date": 1385640992,
             "spamscore": 410}
            """;
    private static final String SPAM_STATS = """
            {"timestamp": 1385641000, "numberOfSpams": 12, "total": 40, "averageSpamscore": 410, "detectedSpams": [%s]}
            """.formatted(SPAM_TARGET);
    private static final String IP_DETAILS = """
            {"ip": "122.122.122.121/28", "type": "dedicated", "canBeTerminated": false, "country": "fr", "description": null,
             "organisationId": null, "routedTo": {"serviceName": "ns1.example.net"}, "campus": null, "regions": ["eu-west-gra"],
             "rir": "RIPE", "bringYourOwnIp": false, "isAdditionalIp": true, "version": 4}
            """;

    private static final String EMAIL_NOTIFICATION = """
            {"id": 100001, "date": "2022-08-29T17:42:50+01:00", "subject": "Objet : é", "body": "Bonjour,\\n"}
            """;
    private static final String REVERSE_IP = """
            {"ipReverse": "192.0.2.1", "reverse": "mail.example.com."}
            """;
    private static final String SUPPORT_TICKET = """
            {"ticketId": 9000000001, "ticketNumber": 7, "messageId": 3, "additionalNotice": null}
            """;

    private final ObjectMapper plain = new ObjectMapper();

    @Test
    void spamIp_ofTheGuide_isRead() throws JsonProcessingException {
        assertThat(plain.readValue(SPAM_IP, SpamIp.class))
                .isEqualTo(SpamIp.of(
                        IpAddress.of("122.122.122.122"),
                        OffsetDateTime.parse("2022-08-29T17:42:50+01:00"),
                        Duration.ofHours(1),
                        SpamState.BLOCKED_FOR_SPAM));
    }

    @Test
    void spamStats_ofTheGuide_isRead() throws JsonProcessingException {
        SpamTarget target = SpamTarget.of(
                Instant.parse("2013-11-28T12:16:32Z"),
                IpAddress.of("188.95.235.33"),
                "2PXQSX-3JRAUU-SF@obfuscated.com",
                410);

        assertThat(plain.readValue(SPAM_STATS, SpamStats.class))
                .isEqualTo(SpamStats.of(Instant.ofEpochSecond(1385641000), 12, 40, 410L, List.of(target)));
    }

    @Test
    void everyType_isPrintedAsItWasRead() throws JsonProcessingException {
        roundTrips(SPAM_IP, SpamIp.class);
        roundTrips(SPAM_TARGET, SpamTarget.class);
        roundTrips(SPAM_STATS, SpamStats.class);
        roundTrips(IP_DETAILS, IpDetails.class);
        roundTrips(EMAIL_NOTIFICATION, EmailNotification.class);
        roundTrips(REVERSE_IP, ReverseIp.class);
        roundTrips(SUPPORT_TICKET, SupportTicket.class);
        roundTrips("\"122.122.122.121/28\"", IpBlock.class);
        roundTrips("\"122.122.122.122\"", IpAddress.class);
        roundTrips("\"quarantined\"", SpamState.class);
        roundTrips("\"quantum\"", IpType.class);
    }

    private <T> void roundTrips(String json, Class<T> type) throws JsonProcessingException {
        T value = plain.readValue(json, type);
        String printed = plain.writeValueAsString(value);

        assertThat(plain.readTree(printed)).isEqualTo(plain.readTree(json));
        assertThat(plain.readValue(printed, type)).isEqualTo(value).hasSameHashCodeAs(value);
    }

    @Test
    void ipDetails_asAnOldServerSendsThem_gainNoAlphaFlag() throws JsonProcessingException {
        String old = """
                {"ip": "1.2.3.4/32", "type": "vps", "canBeTerminated": true, "country": null, "description": "mail",
                 "organisationId": null, "routedTo": null, "campus": null, "regions": null, "rir": null}
                """;
        IpDetails details = plain.readValue(old, IpDetails.class);

        assertThat(plain.readTree(plain.writeValueAsString(details))).isEqualTo(plain.readTree(old));
        assertThat(details.regions()).isEmpty();
        assertThat(details.version()).isNull();
        assertThat(details.routedTo()).isNull();
    }

    @Test
    void ipDetails_builtAndRead_areEqual() throws JsonProcessingException {
        IpDetails built = IpDetails.builder(IpBlock.of("1.2.3.4/32"), IpType.VPS)
                .canBeTerminated(true)
                .country("fr")
                .description("mail\u001b[31m")
                .routedTo("vps-1")
                .build();

        assertThat(plain.readValue(plain.writeValueAsString(built), IpDetails.class))
                .isEqualTo(built);
        assertThat(built).hasToString("IpDetails[ip=1.2.3.4/32, type=vps, routedTo=vps-1, description=mail?[31m]");
    }

    @Test
    void unknownFields_areIgnored() throws JsonProcessingException {
        assertThat(plain.readValue(SPAM_IP.replace("{", "{\"new\": {\"a\": [1]}, "), SpamIp.class))
                .isEqualTo(plain.readValue(SPAM_IP, SpamIp.class));
        assertThat(plain.readValue(SPAM_TARGET.replace("{", "{\"spamcause\": \"x\", "), SpamTarget.class))
                .isEqualTo(plain.readValue(SPAM_TARGET, SpamTarget.class));
        assertThat(plain.readValue(
                        IP_DETAILS.replace("{\"s", "{\"new\": 1, \"s").replace("{\"ip", "{\"iam\": {}, \"ip"),
                        IpDetails.class))
                .isEqualTo(plain.readValue(IP_DETAILS, IpDetails.class));
    }

    @Test
    void spamStats_withoutScoreOrMails_hasNullAndAnEmptyList() throws JsonProcessingException {
        SpamStats stats = plain.readValue("""
                {"timestamp": 1, "numberOfSpams": 0, "total": 0, "averageSpamscore": null, "detectedSpams": null}
                """, SpamStats.class);

        assertThat(stats.averageSpamscore()).isNull();
        assertThat(stats.detectedSpams()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-29T17:42:50+01:00, 2022-08-29T17:42:50+01:00",
        "2022-08-29T17:42:00+01:00, 2022-08-29T17:42:00+01:00",
        "2022-08-29T00:00:00-05:30, 2022-08-29T00:00:00-05:30",
        "2022-08-29T17:42:50+00:00, 2022-08-29T17:42:50+00:00",
        "2022-08-29T17:42:50Z, 2022-08-29T17:42:50+00:00",
        "2022-08-29T17:42:50z, 2022-08-29T17:42:50+00:00",
        "2022-08-29T17:42:50+0100, 2022-08-29T17:42:50+01:00",
        "2022-08-29T17:42:50+01, 2022-08-29T17:42:50+01:00",
        "2022-08-29T17:42+01:00, 2022-08-29T17:42:00+01:00",
        "2022-08-29T17:42:50.123456789+01:00, 2022-08-29T17:42:50.123456789+01:00",
    })
    void date_inAnyIsoForm_keepsItsOffset(String read, String printed) throws JsonProcessingException {
        SpamIp spam = plain.readValue(SPAM_IP.replace("2022-08-29T17:42:50+01:00", read), SpamIp.class);

        assertThat(plain.readTree(plain.writeValueAsString(spam)).get("date").asText())
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-08-29T17:42:50",
                "2022-08-29",
                "29/08/2022 17:42",
                "",
                "2022-02-30T00:00:00Z",
                "2022-08-29T17:42:50+19:00"
            })
    void date_withoutOffsetOrMeaning_isRefusedAndNamed(String date) {
        refuses(
                SPAM_IP.replace("2022-08-29T17:42:50+01:00", date),
                SpamIp.class,
                "SpamIp.date is not an ISO 8601 date");
    }

    @ParameterizedTest
    @CsvSource({
        "time, SpamIp.time is missing",
        "date, SpamIp.date is missing",
        "ipSpamming, SpamIp.ipSpamming is missing",
        "state, SpamIp.state is missing"
    })
    void spamIp_withoutARequiredField_namesIt(String field, String message) {
        refuses(SPAM_IP.replace('"' + field + '"', "\"x\""), SpamIp.class, message);
        refuses(SPAM_IP.replaceFirst("(\"" + field + "\": )(\"[^\"]*\"|[0-9]+)", "$1null"), SpamIp.class, message);
    }

    @Test
    void fields_outOfRange_areNamed() {
        refuses(SPAM_IP.replace("3600", "-1"), SpamIp.class, "SpamIp.time is negative: -1");
        refuses(SPAM_IP.replace("3600", "99999999999999999999"), SpamIp.class, "\"time\"");
        refuses(
                SPAM_IP.replace("122.122.122.122", "mail.example"),
                SpamIp.class,
                "SpamIp.ipSpamming is not an IP address");
        refuses(
                SPAM_TARGET.replace("1385640992", "9223372036854775807"),
                SpamTarget.class,
                "SpamTarget.date is out of range");
        refuses(SPAM_TARGET.replace("messageId", "x"), SpamTarget.class, "SpamTarget.messageId is missing");
        refuses(SPAM_TARGET.replace("spamscore", "x"), SpamTarget.class, "SpamTarget.spamscore is missing");
        refuses(
                SPAM_STATS.replace("1385641000", "9223372036854775807"),
                SpamStats.class,
                "SpamStats.timestamp is out of range");
        refuses(SPAM_STATS.replace("12,", "-12,"), SpamStats.class, "SpamStats.numberOfSpams is negative: -12");
        refuses(SPAM_STATS.replace("40,", "-40,"), SpamStats.class, "SpamStats.total is negative: -40");
        refuses(SPAM_STATS.replace("[{", "[null, {"), SpamStats.class, "SpamStats.detectedSpams has a null element");
        refuses(IP_DETAILS.replace("\"ip\"", "\"x\""), IpDetails.class, "IpDetails.ip is missing");
        refuses(IP_DETAILS.replace("/28", "/99"), IpDetails.class, "IpDetails.ip is not an IP block");
        refuses(IP_DETAILS.replace("canBeTerminated", "x"), IpDetails.class, "IpDetails.canBeTerminated is missing");
    }

    private void refuses(String json, Class<?> type, String message) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> plain.readValue(json, type))
                .withMessageContaining(message);
    }

    @Test
    void toString_ofAHostileMessageId_isOneLine() {
        SpamTarget target = SpamTarget.of(Instant.EPOCH, IpAddress.of("1.2.3.4"), "a\r\nX: b\u202e@c", 1);

        assertThat(target.toString())
                .isEqualTo(
                        "SpamTarget[date=1970-01-01T00:00:00Z, destinationIp=1.2.3.4, messageId=a??X: b?@c, spamscore=1]");
    }

    @Test
    void mailSide_withoutAField_isRefusedByItsName() {
        refuses(
                EMAIL_NOTIFICATION.replace("\"id\"", "\"x\""),
                EmailNotification.class,
                "EmailNotification.id is missing");
        refuses(EMAIL_NOTIFICATION.replace("body", "x"), EmailNotification.class, "EmailNotification.body is missing");
        refuses(REVERSE_IP.replace("reverse\"", "x\""), ReverseIp.class, "ReverseIp.reverse is missing");
        refuses(REVERSE_IP.replace("192.0.2.1", "host"), ReverseIp.class, "ReverseIp.ipReverse is ");
        refuses(SUPPORT_TICKET.replace("ticketId", "x"), SupportTicket.class, "SupportTicket.ticketId is missing");
    }

    @Test
    void mailSide_withControlCharacters_isPrintable() {
        assertThat(EmailNotification.of(1, OffsetDateTime.parse("2022-08-29T17:42:50+01:00"), "a\u001b[2J", "secret"))
                .hasToString("mail 1 of 2022-08-29T17:42:50+01:00: a?[2J");
        assertThat(ReverseIp.of(IpAddress.of("1.2.3.4"), "a\nb.")).hasToString("1.2.3.4 is a?b.");
        assertThat(SupportTicket.of(1, 2, 3, "a\u202eb")).hasToString("ticket 2: a?b");
        assertThat(SupportTicket.of(1, 2, 3, null)).hasToString("ticket 2");
    }
}
