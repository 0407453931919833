package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {

    private static final List<String> GUIDE_CALLS = List.of(
            "/auth/time",
            "/ip",
            "/ip/122.122.122.121%2F28",
            "/ip/122.122.122.121%2F28/spam",
            "/ip/122.122.122.121%2F28/spam/122.122.122.122",
            "/ip/122.122.122.121%2F28/spam/122.122.122.122/stats?from=2000-01-01T00:00:00Z&to=2030-01-01T00:00:00Z");

    @Test
    void json_ofTheExampleFile_isTheGuideItself() {
        Path example = Path.of("..", "docs", "seed-guide.json");
        try (AntispamEmulator built =
                        AntispamEmulator.builder().seed(Seed.guide()).start();
                AntispamEmulator read =
                        AntispamEmulator.builder().seed(Seed.json(example)).start();
                TestCaller ofBuilt = TestCaller.of(built);
                TestCaller ofRead = TestCaller.of(read)) {
            for (String call : GUIDE_CALLS) {
                assertThat(ofRead.get(call).body())
                        .as(call)
                        .isEqualTo(ofBuilt.get(call).body());
            }
        }
    }

    @Test
    void json_withEveryField_fillsEveryField() {
        Seed seed = Seed.json("""
                {"blocks": [{"ip": "192.0.2.0/24", "type": "vps", "description": "d", "routedTo": "s", "country": "fr",
                  "campus": "GRA", "organisationId": "o", "regions": ["eu-west-gra"], "rir": "RIPE",
                  "isAdditionalIp": true, "bringYourOwnIp": true, "canBeTerminated": true, "tags": {"team": "mail"},
                  "spam": [{"ipSpamming": "192.0.2.1", "state": "unblocked"},
                           {"ipSpamming": "192.0.2.2", "state": "unblocking", "time": 60},
                           {"ipSpamming": "192.0.2.3"}]},
                 {"ip": "198.51.100.0/24", "expired": true}]}
                """);
        try (AntispamEmulator emulator = AntispamEmulator.builder().seed(seed).start();
                TestCaller caller = TestCaller.of(emulator)) {
            assertThat(caller.get("/ip/192.0.2.0%2F24").body())
                    .contains("\"type\":\"vps\"")
                    .contains("\"description\":\"d\"")
                    .contains("\"routedTo\":{\"serviceName\":\"s\"}")
                    .contains("\"country\":\"fr\"")
                    .contains("\"regions\":[\"eu-west-gra\"]")
                    .contains("\"tags\":{\"team\":\"mail\"}")
                    .contains("\"isAdditionalIp\":true");
            assertThat(caller.get("/ip/192.0.2.0%2F24/spam?state=unblocked").body())
                    .isEqualTo("[\"192.0.2.1\"]");
            assertThat(caller.get("/ip/192.0.2.0%2F24/spam?state=unblocking").body())
                    .isEqualTo("[\"192.0.2.2\"]");
            assertThat(caller.get("/ip/192.0.2.0%2F24/spam?state=blockedForSpam")
                            .body())
                    .isEqualTo("[\"192.0.2.3\"]");
            assertThat(caller.get("/ip/198.51.100.0%2F24").status()).isEqualTo(460);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | seed: not a JSON object",
                "{\"block\": []} | seed.block: unknown field",
                "{\"blocks\": [{}]} | seed.blocks[0].ip: missing",
                "{\"blocks\": [{\"ip\": \"x\"}]} | seed.blocks[0].ip: not an IP block",
                "{\"blocks\": [{\"ip\": \"10.0.0.0/8\", \"type\": 5}]} | seed.blocks[0].type: not a text",
                "{\"blocks\": [{\"ip\": \"10.0.0.0/8\", \"spam\": [{\"ipSpamming\": \"9.9.9.9\"}]}]}"
                        + " | seed.blocks[0].spam[0].ipSpamming: ipv4: 9.9.9.9 is outside 10.0.0.0/8",
                "{\"blocks\": [{\"ip\": \"10.0.0.0/8\", \"spam\": [{\"ipSpamming\": \"10.0.0.1\", \"date\": \"now\"}]}]}"
                        + " | seed.blocks[0].spam[0].date: not a date",
                "{\"blocks\": [{\"ip\": \"10.0.0.0/8\", \"spam\": [{\"ipSpamming\": \"10.0.0.1\", \"state\": \"no\"}]}]}"
                        + " | seed.blocks[0].spam[0].state: none of"
            })
    void json_withAMistake_tellsItsPlace(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AntispamEmulator.builder().seed(Seed.json(json)).start())
                .withMessageContaining(message);
    }

    @Test
    void json_thatIsNone_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seed.json("{"));
        assertThatIllegalArgumentException().isThrownBy(() -> Seed.json("{} {}"));
    }

    @Test
    void generated_withTheSameNumbers_isTheSameAccount() {
        try (AntispamEmulator first = AntispamEmulator.builder()
                        .seed(Seed.generated(1000, 50, 42))
                        .start();
                AntispamEmulator second = AntispamEmulator.builder()
                        .seed(Seed.generated(1000, 50, 42))
                        .start();
                TestCaller ofFirst = TestCaller.of(first);
                TestCaller ofSecond = TestCaller.of(second)) {
            String blocks = ofFirst.get("/ip").body();
            assertThat(blocks).isEqualTo(ofSecond.get("/ip").body());
            assertThat(blocks.split(",", -1)).hasSize(1000);
            assertThat(ofFirst.get("/ip?type=vps").body())
                    .isEqualTo(ofSecond.get("/ip?type=vps").body());
        }
    }

    @Test
    void generated_beyondWhatFits_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seed.generated(1, 17, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Seed.generated(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Seed.generated(2_000_000, 0, 0));
    }
}
