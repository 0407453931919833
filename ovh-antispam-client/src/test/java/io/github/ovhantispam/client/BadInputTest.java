package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong arguments fail before any request, with a message that names them. */
class BadInputTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam =
            AntispamClient.builder().environment(emulator.environment()).build();
    private final SpamIpResource ip = antispam.ipBlock("192.0.2.0/24").spamIp("192.0.2.1");

    @AfterEach
    void nothingWasSent() {
        assertThat(emulator.journal().count()).isZero();
        antispam.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "mail.example.com", "1.2.3", "1.2.3.4.5", "256.1.1.1"})
    void addresses_thatAreNoLiteral_areRefused(String text) {
        refused("\"" + text + '"', () -> antispam.locate(text));
        refused("\"" + text + '"', () -> antispam.ipBlock("192.0.2.0/24").spamIp(text));
        refused("\"" + text + '"', () -> antispam.ipBlock(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/33", "192.0.2.0/-1", "2001:db8::/129", "192.0.2.0/x"})
    void blocks_withAPrefixOutOfRange_areRefused(String text) {
        refused("prefix", () -> antispam.ipBlock(text));
    }

    @Test
    void ipv6Addresses_whereTheApiTakesIpv4_areRefused() {
        refused("ipSpamming is an IPv6 address", () -> antispam.locate("2001:db8::1"));
        refused(
                "ipSpamming is an IPv6 address",
                () -> antispam.ipBlock("2001:db8::/56").spamIp("2001:db8::1"));
    }

    @Test
    void addresses_outsideTheirBlock_areRefused() {
        refused(
                "outside the block 192.0.2.0/24",
                () -> antispam.ipBlock("192.0.2.0/24").spamIp("192.0.3.1"));
    }

    @Test
    void stats_fromAfterTo_isRefused() {
        refused("from is after to", () -> ip.stats(NOW, NOW.minusSeconds(1)));
        refused("from is not within", () -> ip.stats(Instant.MIN, NOW));
        refused("to is not within", () -> ip.stats(NOW, Instant.MAX));
    }

    @Test
    void nulls_areNamed() {
        named("block", () -> antispam.ipBlock((String) null));
        named("block", () -> antispam.ipBlock((IpBlock) null));
        named("ipSpamming", () -> antispam.locate((String) null));
        named("ipSpamming", () -> antispam.locate((IpAddress) null));
        named("ipSpamming", () -> antispam.ipBlock("192.0.2.0/24").spamIp((String) null));
        named("ipSpamming", () -> antispam.ipBlock("192.0.2.0/24").spamIp((IpAddress) null));
        named("from", () -> ip.stats(null, NOW));
        named("to", () -> ip.stats(NOW, null));
        named("precaution", () -> ip.unblock(null));
        named("precaution", () -> ip.release(null));
        named("state", () -> antispam.ipBlock("192.0.2.0/24").spamIps().state(null));
        named("type", () -> antispam.ipBlocks().type(null));
        named("description", () -> antispam.ipBlocks().description(null));
        named("serviceName", () -> antispam.ipBlocks().routedTo(null));
        named("change", () -> antispam.withOptions(null));
        named("calls", () -> antispam.async(null));
        named("listener", () -> ip.release(p -> {}).onProgress(null));
    }

    @Test
    void builderSettings_outOfRange_areRefused() {
        AntispamClient.Builder builder = AntispamClient.builder();

        refused("timeout", () -> builder.timeout(Duration.ZERO));
        refused("timeout", () -> builder.timeout(Duration.ofDays(2)));
        refused("userAgent", () -> builder.userAgent("a\nb"));
        refused("pageSize", () -> antispam.withOptions(o -> o.pageSize(0)));
        refused("pageSize", () -> antispam.withOptions(o -> o.pageSize(50_001)));
        refused("maxAttempts", () -> RetryPolicy.standard().maxAttempts(0));
        refused("baseDelay", () -> RetryPolicy.standard().baseDelay(Duration.ZERO));
        refused("maxDelay", () -> RetryPolicy.standard().maxDelay(Duration.ofSeconds(-1)));
        refused("maxRetryAfter", () -> RetryPolicy.standard().maxRetryAfter(Duration.ZERO));
        refused("timeout", () -> ip.release(p -> {}).timeout(Duration.ZERO));
        named("endpoint", () -> builder.endpoint(null));
        named("clock", () -> builder.clock(null));
        named("sleeper", () -> builder.sleeper(null));
        named("httpClient", () -> builder.httpClient(null));
        named("proxySelector", () -> builder.proxy(null));
    }

    @Test
    void builderSettings_thatContradict_areBothNamed() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> AntispamClient.builder()
                        .credentials(Credentials.accessToken("token-of-somewhere"))
                        .environment(emulator.environment())
                        .build())
                .withMessage("credentials and environment contradict each other: set one of them");
    }

    private static void refused(String named, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(named);
    }

    private static void named(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }
}
