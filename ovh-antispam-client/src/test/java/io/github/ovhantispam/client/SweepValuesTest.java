package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Findings, failures and results of sweeps: as JSON, and as lines for people. */
class SweepValuesTest {

    private static final IpBlock BLOCK = IpBlock.of("192.0.2.9/28");
    private static final BlockFailure FAILURE =
            new BlockFailure(IpBlock.of("198.51.100.0/24"), new AntispamIOException("no \"route\"", null, false));

    private final AntispamClient antispam = AntispamClient.builder()
            .credentials(Credentials.accessToken("some-token-or-other"))
            .build();

    @AfterEach
    void close() {
        antispam.close();
    }

    private Finding finding(String date, SpamState state) {
        SpamIp spam = SpamIp.of(IpAddress.of("192.0.2.1"), OffsetDateTime.parse(date), Duration.ofMinutes(90), state);
        return new Finding(antispam.ipBlock(BLOCK).spamIp(spam.ipSpamming()), spam);
    }

    @Test
    void finding_asJson_hasBlockAddressStateAndDate() throws JsonProcessingException {
        assertThat(new ObjectMapper()
                        .writeValueAsString(finding("2022-08-29T17:42:00+01:00", SpamState.BLOCKED_FOR_SPAM)))
                .isEqualTo("{\"block\":\"192.0.2.9/28\",\"address\":\"192.0.2.1\",\"state\":\"blockedForSpam\","
                        + "\"date\":\"2022-08-29T17:42:00+01:00\",\"time\":5400}");
        assertThat(new ObjectMapper().writeValueAsString(finding("2026-01-01T12:00:00Z", SpamState.of("\u0007new"))))
                .contains("\"state\":\"\\u0007new\"", "\"date\":\"2026-01-01T12:00:00+00:00\"");
    }

    @Test
    void failure_asJson_hasBlockAndMessage() throws JsonProcessingException {
        assertThat(new ObjectMapper().writeValueAsString(FAILURE))
                .isEqualTo("{\"block\":\"198.51.100.0/24\",\"message\":\"no \\\"route\\\"\"}");
    }

    @Test
    void result_asJson_hasBothLists() throws JsonProcessingException {
        Finding finding = finding("2026-01-01T12:00:00Z", SpamState.UNBLOCKED);
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(new SweepResult(List.of(finding), List.of(FAILURE))))
                .isEqualTo("{\"findings\":[" + json.writeValueAsString(finding) + "],\"failures\":["
                        + json.writeValueAsString(FAILURE) + "]}");
        assertThat(json.writeValueAsString(new SweepResult(List.of(), List.of())))
                .isEqualTo("{\"findings\":[],\"failures\":[]}");
        assertThat(json.writeValueAsString(List.<SweepItem>of(finding, FAILURE)))
                .isEqualTo("[" + json.writeValueAsString(finding) + "," + json.writeValueAsString(FAILURE) + "]");
        assertThat(json.writeValueAsString(Map.of("last", finding)))
                .isEqualTo("{\"last\":" + json.writeValueAsString(finding) + "}");
    }

    @Test
    void json_cannotBeReadBack() throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(finding("2026-01-01T12:00:00Z", SpamState.UNBLOCKED));

        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> new ObjectMapper().readValue(json, Finding.class));
    }

    @Test
    void toMap_isImmutable() {
        Map<String, Object> map = FAILURE.toMap();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put("block", "another"));
    }

    @Test
    void toString_isALineForPeople() {
        Finding finding = finding("2022-08-29T17:42:00+01:00", SpamState.BLOCKED_FOR_SPAM);

        assertThat(finding)
                .hasToString("192.0.2.1 in 192.0.2.9/28 is blockedForSpam, last blocked at 2022-08-29T17:42:00+01:00"
                        + " for 1 h 30 min");
        assertThat(finding.spamIp())
                .hasToString("192.0.2.1 is blockedForSpam, last blocked at 2022-08-29T17:42:00+01:00 for 1 h 30 min");
        assertThat(FAILURE).hasToString("198.51.100.0/24 could not be read: no \"route\"");
        assertThat(new SweepResult(List.of(finding), List.of(FAILURE)))
                .hasToString("addresses found: 1 (192.0.2.1 blockedForSpam); blocks not read: 1 (198.51.100.0/24)");
        assertThat(new SweepResult(List.of(), List.of())).hasToString("addresses found: 0; blocks not read: 0");
        assertThat(new SweepResult(Collections.nCopies(20_000, finding), List.of()).toString())
                .startsWith("addresses found: 20000 (192.0.2.1 blockedForSpam, ")
                .endsWith(", ...); blocks not read: 0")
                .hasSizeLessThan(500);
        assertThat(new SweepProgress(50, 300, 2, 1))
                .hasToString("50 of 300 blocks done, addresses found: 2, blocks not read: 1");
        assertThat(new AntispamListener.Response(200, "EU.1", Duration.ofNanos(12_345_678)))
                .hasToString("200 in 12 ms, query id EU.1");
        assertThat(antispam.sweep()).hasToString("Sweep[any state, concurrency 8, batch 1]");
        assertThat(CallOptions.standard())
                .hasToString("CallOptions[timeout=1 min, retryPolicy=RetryPolicy[maxAttempts=4, baseDelay=500 ms,"
                        + " maxDelay=10 s, maxRetryAfter=5 min], pageSize=1000, batchSize=1]");
    }

    @Test
    void nulls_areNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Finding(antispam.ipBlock(BLOCK).spamIp("192.0.2.1"), null))
                .withMessage("spamIp");
        assertThatNullPointerException()
                .isThrownBy(() -> new BlockFailure(BLOCK, null))
                .withMessage("exception");
        assertThatNullPointerException()
                .isThrownBy(() -> new SweepResult(null, List.of()))
                .withMessage("findings");
    }
}
