package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {

    private static final String ADDRESS = "/ip/122.122.122.121%2F28/spam/122.122.122.122";

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).controlApi().start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private TestCaller.Reply control(String method, String call, String body) {
        String url = emulator.endpoint().resolve("/__emulator/" + call).toString();
        return caller.bare(method, url, body, Map.of());
    }

    @Test
    void health_ofARunningEmulator_isUp() {
        assertThat(control("GET", "health", null).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(control("GET", "environment", null).body())
                .contains(emulator.credential().consumerKey());
    }

    @Test
    void clock_advanced_letsTheUnblockThrough() {
        assertThat(caller.post(ADDRESS + "/unblock").status()).isEqualTo(400);

        assertThat(control("POST", "clock", "{\"advance\":\"PT129S\"}").body())
                .isEqualTo("{\"now\":\"2022-08-29T17:42:50Z\",\"virtual\":true}");
        assertThat(caller.post(ADDRESS + "/unblock").status()).isEqualTo(200);
        assertThat(control("GET", "blocks", null).body()).contains("\"acceptedUnblocks\":1");
    }

    @Test
    void faults_toldByName_strike() {
        control("POST", "faults", "{\"operation\":\"LIST_BLOCKS\",\"times\":1,\"kind\":\"status\",\"status\":503}");

        assertThat(caller.get("/ip").status()).isEqualTo(503);
        assertThat(caller.get("/ip").status()).isEqualTo(200);
        control("POST", "faults", "{\"kind\":\"htmlPage\",\"status\":502}");
        assertThat(caller.get("/ip").status()).isEqualTo(502);
        control("DELETE", "faults", null);
        assertThat(caller.get("/ip").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"retryAfter\",\"status\":429,\"seconds\":1}",
                "{\"kind\":\"retryAfterDate\",\"status\":429,\"seconds\":1}",
                "{\"kind\":\"processedThenStatus\",\"status\":500}",
                "{\"kind\":\"processedThenRetryAfter\",\"status\":503,\"seconds\":1}",
                "{\"kind\":\"emptyBody\",\"status\":200}",
                "{\"kind\":\"raw\",\"status\":200,\"body\":\"x\"}",
                "{\"kind\":\"redirect\",\"status\":302,\"location\":\"http://localhost/\"}",
                "{\"kind\":\"resetBeforeProcessing\",\"afterCalls\":5}",
                "{\"kind\":\"resetAfterProcessing\",\"afterCalls\":5}",
                "{\"kind\":\"resetWithinBody\",\"afterCalls\":5}",
                "{\"kind\":\"wrongContentLength\",\"afterCalls\":5}",
                "{\"kind\":\"neverRespond\",\"afterCalls\":5}",
                "{\"kind\":\"chunked\"}",
                "{\"kind\":\"delay\",\"milliseconds\":1}",
                "{\"kind\":\"drip\",\"milliseconds\":1}",
                "{\"kind\":\"takes\",\"seconds\":1}",
                "{\"kind\":\"hugeBody\",\"bytes\":1000}",
                "{\"kind\":\"emptyResponse\"}",
                "{\"kind\":\"truncatedJson\"}",
                "{\"kind\":\"notJson\"}",
                "{\"kind\":\"unknownField\"}",
                "{\"kind\":\"unknownValue\",\"probability\":0.5,\"seed\":1}"
            })
    void faults_ofEveryKind_areUnderstood(String fault) {
        assertThat(control("POST", "faults", fault).status()).isEqualTo(200);
        assertThat(caller.get("/ip").status()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock {\"advance\":\"-PT1S\"}",
                "clock {\"advance\":\"soon\"}",
                "clock {\"advance\":\"PT9223372036854775807S\"}",
                "clock nonsense",
                "faults {\"kind\":\"no\"}",
                "faults {\"kind\":\"status\"}",
                "faults {\"kind\":\"status\",\"status\":99}",
                "faults {\"kind\":\"chunked\",\"operation\":\"NO\"}",
                "faults {\"kind\":\"chunked\",\"times\":0}",
                "faults {\"kind\":\"chunked\",\"probability\":2}",
                "seed {\"blocks\":[{}]}"
            })
    void call_withAnUnfitBody_is400(String call) {
        String[] pair = call.split(" ", 2);

        assertThat(control("POST", pair[0], pair[1]).status()).isEqualTo(400);
    }

    @Test
    void journal_overHttp_showsTheApisCallsOnly() {
        caller.get("/ip");

        assertThat(control("GET", "journal", null).body())
                .contains("\"operation\":\"LIST_BLOCKS\"")
                .doesNotContain("__emulator");
        control("DELETE", "journal", null);
        assertThat(control("GET", "journal", null).body()).isEqualTo("[]");
    }

    @Test
    void ticketsAndNotifications_overHttp_areShownAndAdded() {
        caller.post("/support/tickets/create", "{\"subject\":\"a\",\"body\":\"b\",\"category\":\"incident\"}");

        assertThat(control("GET", "tickets", null).body())
                .matches("\\[\\{\"ticketId\":[0-9]+,\"subject\":\"a\",\"body\":\"b\",\"category\":\"incident\","
                        + "\"watchers\":\\[]}]");
        String id = control("POST", "notifications", "{\"subject\":\"s\",\"body\":\"b\"}")
                .body()
                .replaceAll("[^0-9]", "");
        assertThat(caller.get("/me/notification/email/history").body()).isEqualTo("[" + id + "]");
        assertThat(control("POST", "notifications", "{\"subject\":\"s\"}").status())
                .isEqualTo(400);
    }

    @Test
    void seedAndReset_fillAndEmptyTheAccount() {
        control("POST", "seed", "{\"blocks\":[{\"ip\":\"10.0.0.0/28\"}]}");
        assertThat(caller.get("/ip").body()).contains("10.0.0.0/28");

        control("POST", "reset", "");
        assertThat(caller.get("/ip").body()).doesNotContain("10.0.0.0/28");
    }

    @Test
    void call_fromAWebPageOrUnknown_isRefused() {
        String url = emulator.endpoint().resolve("/__emulator/reset").toString();

        assertThat(caller.bare("POST", url, "", Map.of("Origin", "http://evil.example"))
                        .status())
                .isEqualTo(400);
        assertThat(control("GET", "nothing", null).status()).isEqualTo(404);
    }

    @Test
    void controlApi_unlessAskedFor_isNotThere() {
        try (AntispamEmulator plain = AntispamEmulator.start()) {
            String url = plain.endpoint().resolve("/__emulator/health").toString();
            assertThat(caller.bare("GET", url, null, Map.of()).status()).isEqualTo(404);
        }
    }
}
