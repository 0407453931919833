package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.ovhantispam.emulator.internal.standalone.StandaloneOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneTest {

    private static final Pattern EXPORT = Pattern.compile("export (OVH_[A-Z_]+)=(\\S+)");

    private static AntispamEmulator start(ByteArrayOutputStream printed, String... options) {
        return Standalone.start(
                StandaloneOptions.parse(List.of(options)), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    void start_withTheDefaults_printsVariablesThatWork() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (AntispamEmulator emulator = start(printed)) {
            Map<String, String> environment = new HashMap<>();
            Matcher matcher = EXPORT.matcher(printed.toString(StandardCharsets.UTF_8));
            while (matcher.find()) {
                environment.put(matcher.group(1), matcher.group(2));
            }
            try (TestCaller caller = new TestCaller(environment, emulator.clock())) {
                assertThat(caller.get("/ip/122.122.122.121%2F28/spam?state=blockedForSpam")
                                .body())
                        .isEqualTo("[\"122.122.122.122\"]");
                assertThat(caller.post("/ip/122.122.122.121%2F28/spam/122.122.122.122/unblock")
                                .body())
                        .contains("still blocked for ");
            }
            assertThat(environment).containsKeys("OVH_CLIENT_ID", "OVH_CLIENT_SECRET", "OVH_ACCESS_TOKEN");
        }
    }

    @Test
    void start_withEveryOption_followsThem(@TempDir Path folder) {
        Path authority = folder.resolve("ca.pem");
        try (AntispamEmulator emulator = start(
                new ByteArrayOutputStream(),
                "--port",
                "0",
                "--host",
                "127.0.0.1",
                "--seed",
                "generated:10:3:7",
                "--clock",
                "2022-08-29T16:42:50Z",
                "--unblocking",
                "1",
                "--error-body",
                "newer",
                "--lenient",
                "--strict-signing",
                "--tls",
                "--tls-ca",
                authority.toString(),
                "--no-control")) {
            assertThat(emulator.endpoint().getScheme()).isEqualTo("https");
            assertThat(authority).content().startsWith("-----BEGIN CERTIFICATE-----");
            assertThat(emulator.clock().isVirtual()).isTrue();
        }
    }

    private static TestCaller callerOf(AntispamEmulator emulator, InstantSource clock) {
        return new TestCaller(emulator.environment(), clock);
    }

    @Test
    void authTime_unlessAskedOtherwise_isNotThatOfTheBlocks() {
        try (AntispamEmulator emulator = start(new ByteArrayOutputStream());
                TestCaller caller = callerOf(emulator, InstantSource.system())) {
            String token = caller.bare(
                            "POST",
                            emulator.tokenEndpoint().toString(),
                            "grant_type=client_credentials&client_id="
                                    + emulator.oauth2Environment().get("OVH_CLIENT_ID") + "&client_secret="
                                    + emulator.oauth2Environment().get("OVH_CLIENT_SECRET"),
                            Map.of())
                    .body()
                    .replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
            emulator.clock().advance(Duration.ofDays(3));

            long served = Long.parseLong(caller.get("/auth/time").body());
            assertThat(Instant.ofEpochSecond(served)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(caller.post("/ip/122.122.122.121%2F28/spam/122.122.122.122/unblock")
                            .status())
                    .as("a client that asked for the time once goes on, and the block is over")
                    .isEqualTo(200);
            String url = emulator.endpoint() + "/ip";
            assertThat(caller.bare("GET", url, null, Map.of("Authorization", "Bearer " + token))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void authTime_askedForWithTheBlocks_movesWithThem() {
        try (AntispamEmulator emulator = start(new ByteArrayOutputStream(), "--auth-time", "blocks")) {
            emulator.clock().advance(Duration.ofDays(3));
            try (TestCaller caller = callerOf(emulator, emulator.clock())) {
                long served = Long.parseLong(caller.get("/auth/time").body());
                assertThat(Instant.ofEpochSecond(served))
                        .isCloseTo(Instant.now().plus(Duration.ofDays(3)), within(1, ChronoUnit.MINUTES));
            }
        }
    }

    @Test
    void clock_thatWasChosen_isNotMovedByTheGuidesSeed() {
        Instant chosen = Instant.parse("2030-01-01T00:00:00Z");
        try (AntispamEmulator emulator = start(new ByteArrayOutputStream(), "--clock", chosen.toString())) {
            assertThat(emulator.clock().instant()).isEqualTo(chosen);
            emulator.clock().advance(Duration.ofDays(1));
            emulator.reset();
            assertThat(emulator.clock().instant()).isEqualTo(chosen);
            assertThat(emulator.ipBlock("122.122.122.121/28")
                            .spamIp("122.122.122.122")
                            .date()
                            .toInstant())
                    .isEqualTo(chosen);
        }
    }

    @Test
    void clock_ofTheSeedFile_isUsedOrNamedAsAContradiction(@TempDir Path folder) throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.json"), "{\"clock\":\"2031-02-03T04:05:06Z\"}");
        try (AntispamEmulator emulator = start(new ByteArrayOutputStream(), "--seed", seed.toString())) {
            assertThat(emulator.clock().instant()).isEqualTo(Instant.parse("2031-02-03T04:05:06Z"));
        }
        for (String clock : List.of("system", "2030-01-01T00:00:00Z")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> start(new ByteArrayOutputStream(), "--seed", seed.toString(), "--clock", clock))
                    .withMessageContaining("--clock contradicts the clock of the seed file");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--auth-time x",
                "--clock 10000-01-01T00:00:00Z",
                "--clock 1969-01-01T00:00:00Z",
                "--port",
                "--port x",
                "--port 65536",
                "--clock tomorrow",
                "--error-body x",
                "--tls-ca x"
            })
    void parse_ofUnfitOptions_saysSo(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> StandaloneOptions.parse(List.of(line.split(" ", -1))));
    }

    @Test
    void usage_ofEveryOption_isPrinted() {
        assertThat(StandaloneOptions.USAGE)
                .contains("--port", "--seed", "--clock", "--tls", "--no-control", "--auth-time", "--host-name");
    }
}
