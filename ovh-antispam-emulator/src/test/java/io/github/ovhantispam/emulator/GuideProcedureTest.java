package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide's procedure, step by step, as any client would go through it. */
class GuideProcedureTest {

    private static final String ADDRESS = "/ip/122.122.122.121%2F28/spam/122.122.122.122";

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

    @Test
    void listBlocks_ofTheGuide_isItsSevenBlocksAsListed() {
        TestCaller.Reply reply = caller.get("/ip?type=dedicated");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(
                        "[\"2001:41d0:67:d200::/56\",\"2001:41d0:68:a00::/56\",\"2001:41d0:68:f000::/56\","
                                + "\"2001:41d0:117:db00::/56\",\"122.122.122.121/28\",\"145.56.222.96/28\",\"188.81.49.30/28\"]");
    }

    @Test
    void listBlocks_byAddress_isTheBlockThatContainsIt() {
        assertThat(caller.get("/ip?ip=122.122.122.122").body()).isEqualTo("[\"122.122.122.121/28\"]");
    }

    @Test
    void listSpam_byState_isTheBlockedAddress() {
        assertThat(caller.get("/ip/122.122.122.121%2F28/spam?state=blockedForSpam")
                        .body())
                .isEqualTo("[\"122.122.122.122\"]");
        assertThat(caller.get("/ip/122.122.122.121%2F28/spam?state=unblocked").body())
                .isEqualTo("[]");
    }

    @Test
    void getSpam_ofTheBlockedAddress_isTheGuidesSample() {
        assertThat(caller.get(ADDRESS).body())
                .isEqualTo("{\"date\":\"2022-08-29T17:42:50+01:00\",\"ipSpamming\":\"122.122.122.122\","
                        + "\"state\":\"blockedForSpam\",\"time\":3600}");
    }

    @Test
    void getStats_aroundTheBlock_holdsTheGuidesSampleAndTheAlerts() {
        String body = caller.get(
                        ADDRESS + "/stats?from=2022-08-29T00%3A00%3A00%2B01%3A00&to=2022-08-30T00:00:00%2B01:00")
                .body();

        assertThat(body)
                .contains("{\"date\":1385640992,\"destinationIp\":\"188.95.235.33\","
                        + "\"messageId\":\"2PXQSX-3JRAUU-SF@obfuscated.com\",\"spamscore\":410}")
                .contains("\"messageId\":\"fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com\",\"spamscore\":300}")
                .contains("\"numberOfSpams\":7,\"timestamp\":1661791370,\"total\":7");
    }

    @Test
    void getStats_ofAnotherPeriod_isEmpty() {
        assertThat(caller.get(ADDRESS + "/stats?from=2022-08-30T00:00:00Z&to=2022-08-31T00:00:00Z")
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void unblock_129SecondsTooEarly_isRefusedInTheGuidesWords() {
        TestCaller.Reply reply = caller.post(ADDRESS + "/unblock");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo("{\"message\":\"This IP address is still blocked for 129 seconds\","
                        + "\"httpCode\":\"400 Bad Request\"}");
        assertThat(guideAddress().acceptedUnblocks()).isZero();
    }

    @Test
    void unblock_whenTheSentenceIsOver_isUnblockingThenUnblocked() {
        emulator.clock().advance(Duration.ofSeconds(129));

        assertThat(caller.post(ADDRESS + "/unblock").body())
                .isEqualTo("{\"date\":\"2022-08-29T17:42:50+01:00\",\"ipSpamming\":\"122.122.122.122\","
                        + "\"state\":\"unblocking\",\"time\":3600}");
        emulator.clock().advance(Duration.ofMinutes(5));
        assertThat(caller.get(ADDRESS).body()).contains("\"state\":\"unblocked\"");
        assertThat(guideAddress().acceptedUnblocks()).isEqualTo(1);
        assertThat(guideAddress().state()).isEqualTo(SpamState.UNBLOCKED);
        emulator.journal().assertNoUnexpectedRequests();
    }

    @Test
    void unblock_aSecondTime_changesNothingAndIsNotCounted() {
        emulator.clock().advance(Duration.ofHours(1));
        caller.post(ADDRESS + "/unblock", "{}");

        TestCaller.Reply again = caller.post(ADDRESS + "/unblock", "{}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("\"state\":\"unblocking\"");
        assertThat(guideAddress().acceptedUnblocks()).isEqualTo(1);
        emulator.journal().verify(Operation.UNBLOCK, 2);
    }

    private EmulatedSpamIp guideAddress() {
        return emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122");
    }
}
