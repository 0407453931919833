package io.github.ovhantispam.consumer;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** A result of a sweep, and its documented JSON form. */
final class SweepSamples {

    static final String JSON = "{\"findings\":[{\"block\":\"122.122.122.121/28\",\"address\":\"122.122.122.122\","
            + "\"state\":\"blockedForSpam\",\"date\":\"2022-08-29T17:42:50+01:00\",\"time\":3600}],"
            + "\"failures\":[{\"block\":\"192.0.2.0/28\",\"message\":\"no route\"}]}";

    private SweepSamples() {}

    static SweepResult result() {
        try (AntispamClient antispam = AntispamClient.builder()
                .credentials(Credentials.accessToken("some-token-or-other"))
                .build()) {
            SpamIp spam = SpamIp.of(
                    IpAddress.of("122.122.122.122"),
                    OffsetDateTime.parse("2022-08-29T17:42:50+01:00"),
                    Duration.ofHours(1),
                    SpamState.BLOCKED_FOR_SPAM);
            Finding finding = new Finding(antispam.ipBlock("122.122.122.121/28").spamIp("122.122.122.122"), spam);
            BlockFailure failure =
                    new BlockFailure(IpBlock.of("192.0.2.0/28"), new AntispamIOException("no route", null, false));
            return new SweepResult(List.of(finding), List.of(failure));
        }
    }
}
