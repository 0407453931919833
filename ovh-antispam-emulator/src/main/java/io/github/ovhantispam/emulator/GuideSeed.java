package io.github.ovhantispam.emulator;

import io.github.ovhantispam.model.IpType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The example that the vendor's guide follows from the alert to the release. */
final class GuideSeed implements Seed {

    private static final OffsetDateTime BLOCKED = OffsetDateTime.parse("2022-08-29T17:42:50+01:00");
    private static final Duration BLOCK_DURATION = Duration.ofHours(1);
    private static final Duration LEFT_WHEN_REFUSED = Duration.ofSeconds(129);
    private static final String BLOCK = "122.122.122.121/28";
    private static final String ADDRESS = "122.122.122.122";
    private static final String DESTINATION = "188.95.235.33";

    private static final List<String> BLOCKS = List.of(
            "2001:41d0:67:d200::/56",
            "2001:41d0:68:a00::/56",
            "2001:41d0:68:f000::/56",
            "2001:41d0:117:db00::/56",
            BLOCK,
            "145.56.222.96/28",
            "188.81.49.30/28");

    private static final List<String> ALERT_MESSAGE_IDS = List.of(
            "d24aa492-5f37-457f-9595-23ddc9e0f714@xxxxxxxxxxxxx.xx.local",
            "fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com",
            "P0hbfo93407684bfoqljrlqvpLatS3RRB9rZw7e8s@xxxxxxxxxxxx.online",
            "6ZUnls843bnf0934StxFasYGmhtDJRo@xxxxxxxxxxxx.online",
            "zcb.3z54da3kdfkl45802n0c0q98rqcc57e3b8aadfac63b2c408e3f5f9a27.1d44jkgnddfef.166489320375@xxxxxx.xxxx.net",
            "zcb.3z54da33hn98v9bcq-nrf3r67cc57e3b8aadfac63b2c408e3f5f9a27.1d44jd9340252.1655508652095@xxxxxx.xxxx.net");

    @Override
    public void sow(AntispamEmulator emulator) {
        for (String block : BLOCKS) {
            emulator.ipBlock(block).type(IpType.DEDICATED);
        }
        EmulatedSpamIp address = emulator.ipBlock(BLOCK).spamIp(ADDRESS).blockedAt(BLOCKED, BLOCK_DURATION);
        int mails = 1 + ALERT_MESSAGE_IDS.size();
        EmulatedSpamStats stats = address.stats(BLOCKED.toInstant(), mails, mails)
                .averageSpamscore((410 + 300L * ALERT_MESSAGE_IDS.size()) / mails)
                .detected(Instant.ofEpochSecond(1_385_640_992), DESTINATION, "2PXQSX-3JRAUU-SF@obfuscated.com", 410);
        for (String messageId : ALERT_MESSAGE_IDS) {
            stats.detected(BLOCKED.toInstant(), DESTINATION, messageId, 300);
        }
        if (emulator.clock().isVirtual()) {
            emulator.clock()
                    .moveTo(BLOCKED.plus(BLOCK_DURATION)
                            .minus(LEFT_WHEN_REFUSED)
                            .toInstant());
        }
    }
}
