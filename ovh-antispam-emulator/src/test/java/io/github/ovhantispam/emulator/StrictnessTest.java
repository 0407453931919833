package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks the schema is refused, unless the emulator is lenient. */
class StrictnessTest {

    private static final String BLOCK = "/ip/122.122.122.121%2F28";
    private static final String ADDRESS = BLOCK + "/spam/122.122.122.122";

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ipx",
                "/ip/",
                "/ip/122.122.122.121/28",
                "/ip/122.122.122.121/28/spam",
                "/ip/122.122.122.121%2F28/spam/",
                "/ip/122.122.122.121%2F28/spam/122.122.122.122/other",
                "/sms",
                "//ip"
            })
    void call_ofAnUnknownPath_is404(String path) {
        TestCaller.Reply reply = caller.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"message\":\"Got an invalid (or empty) URL\",\"httpCode\":\"404 Not Found\"}");
        assertThat(emulator.journal().entries().get(0).unexpected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /ip, GET",
        "PUT, /ip/122.122.122.121%2F28/spam, GET",
        "GET, /ip/122.122.122.121%2F28/spam/122.122.122.122/unblock, POST",
        "POST, /auth/time, GET"
    })
    void call_withAWrongVerb_is405AndTellsTheRightOne(String verb, String path, String allowed) {
        TestCaller.Reply reply = caller.call(verb, path, verb.equals("GET") ? null : "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().get("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ip?unknown=1",
                "/ip?type=Dedicated",
                "/ip?version=5",
                "/ip?isAdditionalIp=maybe",
                "/ip?ip=nonsense",
                "/ip?type=vps&type=vps",
                "/ip?iamTags=nonsense",
                BLOCK + "?x=1",
                BLOCK + "/spam?state=blocked",
                ADDRESS + "/stats",
                ADDRESS + "/stats?from=2022-08-29T00:00:00Z",
                ADDRESS + "/stats?to=2022-08-29T00:00:00Z",
                ADDRESS + "/stats?from=yesterday&to=2022-08-29T00:00:00Z",
                ADDRESS + "/stats?from=2022-08-29&to=2022-08-30",
                ADDRESS + "/stats?from=2022-08-29T00:00:00&to=2022-08-30T00:00:00",
                ADDRESS + "/stats?from=2022-08-29T00:00:00+01:00&to=2022-08-30T00:00:00Z",
                "/ip/nonsense",
                "/ip/1.2.3.4%2F33",
                BLOCK + "/spam/nonsense",
                BLOCK + "/spam/2001:db8::1",
                BLOCK + "/spam/9.9.9.9"
            })
    void call_withAnUnfitValue_is400(String path) {
        TestCaller.Reply reply = caller.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("{\"message\":\"[");
        assertThat(emulator.journal().entries().get(0).unexpected()).isTrue();
    }

    @Test
    void call_ofWhatIsNotThere_is404AndNotUnexpected() {
        assertThat(caller.get("/ip/10.0.0.0%2F28").body())
                .contains("The requested object (ip = 10.0.0.0/28) does not exist");
        assertThat(caller.get("/ip/10.0.0.0%2F28/spam").body()).contains("This service does not exist");
        assertThat(caller.get(BLOCK + "/spam/122.122.122.123").body())
                .contains("The requested object (ipSpamming = 122.122.122.123) does not exist");
        emulator.journal().assertNoUnexpectedRequests();
    }

    @Test
    void call_onAnExpiredService_is460() {
        emulator.ipBlock("122.122.122.121/28").expired();

        TestCaller.Reply reply = caller.get(BLOCK + "/spam");

        assertThat(reply.status()).isEqualTo(460);
        assertThat(reply.body()).startsWith("{\"message\":\"This service is expired\"");
        assertThat(caller.get("/ip").body()).contains("122.122.122.121/28");
    }

    @Test
    void lenient_relaxesTheSchemaButNotTheSignature() {
        try (AntispamEmulator relaxed =
                        AntispamEmulator.builder().seed(Seed.guide()).lenient().start();
                TestCaller friend = TestCaller.of(relaxed)) {
            assertThat(friend.get("/ip?unknown=1").status()).isEqualTo(200);
            assertThat(friend.get("/ip?version=5").status()).isEqualTo(200);
            assertThat(friend.get(ADDRESS + "/stats").body()).contains("numberOfSpams");
            assertThat(friend.get("/ip/122.122.122.112%2F28/spam").body()).isEqualTo("[\"122.122.122.122\"]");
            assertThat(friend.get(BLOCK + "/spam/9.9.9.9").status()).isEqualTo(404);
            assertThat(friend.with("X-Ovh-Signature", "$1$0").get("/ip").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void errorBody_newer_carriesTheClass() {
        try (AntispamEmulator newer =
                        AntispamEmulator.builder().errorBody(ErrorFormat.NEWER).start();
                TestCaller friend = TestCaller.of(newer)) {
            assertThat(friend.get("/ip/10.0.0.0%2F28").body())
                    .isEqualTo("{\"message\":\"The requested object (ip = 10.0.0.0/28) does not exist\","
                            + "\"class\":\"Client::NotFound\"}");
            assertThat(friend.with("X-Ovh-Application", "x").get("/ip").body())
                    .isEqualTo("{\"message\":\"This application key is invalid\",\"class\":\"Client::Forbidden\"}");
        }
    }

    @Test
    void tooEarly_withAnotherStatus_isToldWithIt() {
        try (AntispamEmulator other = AntispamEmulator.builder()
                        .seed(Seed.guide())
                        .tooEarlyStatus(409)
                        .start();
                TestCaller friend = TestCaller.of(other)) {
            TestCaller.Reply reply = friend.post(ADDRESS + "/unblock");
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.body()).contains("still blocked for 129 seconds");
        }
    }

    @Test
    void repeatedUnblock_withAStatus_isRefused() {
        try (AntispamEmulator other = AntispamEmulator.builder()
                        .seed(Seed.guide())
                        .repeatedUnblockStatus(404)
                        .start();
                TestCaller friend = TestCaller.of(other)) {
            other.clock().advance(Duration.ofHours(1));
            assertThat(friend.post(ADDRESS + "/unblock").status()).isEqualTo(200);
            assertThat(friend.post(ADDRESS + "/unblock").status()).isEqualTo(404);
        }
    }
}
