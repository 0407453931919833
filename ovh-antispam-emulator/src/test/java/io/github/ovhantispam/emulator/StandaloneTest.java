package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
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
        assertThat(StandaloneOptions.USAGE).contains("--port", "--seed", "--clock", "--tls", "--no-control");
    }
}
