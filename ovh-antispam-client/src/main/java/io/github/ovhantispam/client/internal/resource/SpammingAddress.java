package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.model.IpAddress;
import java.util.Objects;

/** The rule that the AntiSpam routes know IPv4 addresses only. */
public final class SpammingAddress {

    private SpammingAddress() {}

    public static void check(IpAddress ipSpamming) {
        if (!Objects.requireNonNull(ipSpamming, "ipSpamming").isIpv4()) {
            throw new IllegalArgumentException(
                    "ipSpamming is an IPv6 address, and the API takes IPv4 here: " + ipSpamming);
        }
    }
}
