package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of answer is what the vendor's schema says it is: these fields, all of them and no others. */
class SchemaTest {

    private final VendorSchema schema = new VendorSchema();
    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        caller = TestCaller.of(emulator);
        emulator.ipBlock("198.51.100.0/24")
                .type(IpType.FAILOVER)
                .description("with \"quotes\" and \u00e9")
                .country("fr")
                .campus("GRA")
                .organisationId("ORG-1")
                .regions("eu-west-gra", "eu-west-par")
                .rir("RIPE")
                .routedTo("ns1.example")
                .additionalIp(true)
                .bringYourOwnIp(true)
                .canBeTerminated(true)
                .tags(Map.of("team", "mail"))
                .reverse("198.51.100.7", "mail.example.")
                .spamIp("198.51.100.7")
                .blockedFor(Duration.ofHours(1))
                .stats(emulator.clock().instant(), 10, 3);
        emulator.addNotification("subject", "body");
    }

    @Test
    void answer_toATicket_isOfItsType() {
        String body = "{\"subject\":\"a\",\"body\":\"b\"}";

        assertThat(schema.violations(
                        caller.post("/support/tickets/create", body).body(), "support.NewMessageInfo"))
                .isEmpty();
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/ip, [ipBlock]",
        "/ip/122.122.122.121%2F28, ip.IpWithIAM",
        "/ip/198.51.100.0%2F24, ip.IpWithIAM",
        "/ip/2001:41d0:67:d200::%2F56, ip.IpWithIAM",
        "/ip/122.122.122.121%2F28/spam, [ipv4]",
        "/ip/122.122.122.121%2F28/spam/122.122.122.122, ip.SpamIp",
        "/ip/198.51.100.0%2F24/spam/198.51.100.7, ip.SpamIp",
        "/ip/122.122.122.121%2F28/spam/122.122.122.122/stats?from=2000-01-01T00:00:00Z&to=2030-01-01T00:00:00Z, [ip.SpamStats]",
        "/ip/198.51.100.0%2F24/spam/198.51.100.7/stats?from=2000-01-01T00:00:00Z&to=2030-01-01T00:00:00Z, [ip.SpamStats]",
        "/ip/198.51.100.0%2F24/reverse, [ip]",
        "/ip/198.51.100.0%2F24/reverse/198.51.100.7, ip.ReverseIp",
        "/me/notification/email/history, [long]",
        "/me/notification/email/history/100001, nichandle.emailNotification",
        "/auth/time, long",
        "/auth/details, auth.Details",
        "/auth/currentCredential, auth.Current"
    })
    void answer_toAGet_isOfItsType(String path, String type) {
        TestCaller.Reply reply = caller.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Type")).startsWith("application/json");
        assertThat(schema.violations(reply.body(), type)).isEmpty();
    }

    @Test
    void answer_inPages_isAListOfWholeObjects() {
        caller.with("X-Pagination-Mode", "CachedObjectList-Pages");

        assertThat(schema.violations(caller.get("/ip").body(), "[ip.Ip]")).isEmpty();
        assertThat(schema.violations(caller.get("/ip/122.122.122.121%2F28/spam").body(), "[ip.SpamIp]"))
                .isEmpty();
    }

    @Test
    void answer_toAnUnblock_isASpamIpInEveryState() {
        String address = "/ip/122.122.122.121%2F28/spam/122.122.122.122";
        emulator.clock().advance(Duration.ofHours(1));

        assertThat(schema.violations(caller.post(address + "/unblock").body(), "ip.SpamIp"))
                .isEmpty();
        assertThat(schema.violations(caller.get(address).body(), "ip.SpamIp")).isEmpty();
        emulator.clock().advance(Duration.ofHours(1));
        assertThat(schema.violations(caller.get(address).body(), "ip.SpamIp")).isEmpty();
    }

    @Test
    void answer_toACredentialRequest_isOfItsTypeAndItsPageValidates() {
        String asked = "{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/ip\"}],\"redirection\":null}";
        Map<String, String> application =
                Map.of("X-Ovh-Application", emulator.credential().applicationKey());

        TestCaller.Reply reply = caller.bare("POST", emulator.endpoint() + "/auth/credential", asked, application);

        assertThat(schema.violations(reply.body(), "auth.Requested")).isEmpty();
        String key = reply.body().replaceAll(".*\"consumerKey\":\"([A-Za-z0-9]+)\".*", "$1");
        String page = reply.body().replaceAll(".*\"validationUrl\":\"([^\"]+)\".*", "$1");
        Map<String, String> environment = new HashMap<>(emulator.environment());
        environment.put("OVH_CONSUMER_KEY", key);
        try (TestCaller requested = new TestCaller(environment, emulator.clock())) {
            assertThat(requested.get("/ip").body()).contains("This credential is not valid");
            assertThat(caller.bare("GET", page, null, Map.of()).status()).isEqualTo(200);
            assertThat(requested.get("/ip").status()).isEqualTo(200);
            assertThat(requested.get("/auth/details").body()).contains("NOT_GRANTED_CALL");
            assertThat(caller.bare("GET", page, null, Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void logout_ofTheCredential_expiresIt() {
        assertThat(caller.post("/auth/logout").body()).isEqualTo("null");
        assertThat(caller.get("/ip").body()).contains("INVALID_CREDENTIAL");
    }

    @Test
    void edit_ofTheDescription_isKept() {
        assertThat(caller.call("PUT", "/ip/198.51.100.0%2F24", "{\"description\":\"new\"}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/ip/198.51.100.0%2F24").body()).contains("\"description\":\"new\"");
        assertThat(caller.call("PUT", "/ip/198.51.100.0%2F24", "{\"description\":5}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.call("PUT", "/ip/198.51.100.0%2F24", "[").status()).isEqualTo(400);
    }
}
