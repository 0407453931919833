package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.Release;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.release.DefaultRelease;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** {@code /ip/{ip}/spam/{ipSpamming}}. */
public final class DefaultSpamIpResource implements SpamIpResource {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration AROUND = Duration.ofHours(24);

    private final Calls calls;
    private final IpBlock block;
    private final IpAddress ip;

    public DefaultSpamIpResource(Calls calls, IpBlock block, IpAddress ip) {
        this.calls = calls;
        this.block = block;
        this.ip = ip;
    }

    /** Checks the rule that the AntiSpam routes know IPv4 addresses only. */
    public static void checkAddress(IpAddress ipSpamming) {
        if (!Objects.requireNonNull(ipSpamming, "ipSpamming").isIpv4()) {
            throw new IllegalArgumentException(
                    "ipSpamming is an IPv6 address, and the API takes IPv4 here: " + ipSpamming);
        }
    }

    @Override
    public IpBlock block() {
        return block;
    }

    @Override
    public IpAddress ipSpamming() {
        return ip;
    }

    @Override
    public SpamIp get() {
        return calls.readSpamIp(block, ip, calls.deadline());
    }

    @Override
    public List<SpamStats> stats() {
        Instant blocked = within(get().date().toInstant());
        Instant now = within(calls.runtime().serverClock().now());
        Instant after = blocked.plus(AROUND);
        return stats(within(blocked.minus(AROUND)), within(now.isAfter(blocked) && now.isBefore(after) ? now : after));
    }

    private static Instant within(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    @Override
    public List<SpamStats> stats(Instant from, Instant to) {
        if (Objects.requireNonNull(from, "from").isAfter(Objects.requireNonNull(to, "to"))) {
            throw new IllegalArgumentException("from is after to: " + from + " > " + to);
        }
        checkYear("from", from);
        checkYear("to", to);
        String first = print(from);
        String last = print(to.plusNanos(999_999_999));
        return List.copyOf(
                calls.read(calls.requests().stats(block, ip, first, last)).value());
    }

    private static void checkYear(String name, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException(name + " is not within the years 0 to 9999: " + instant);
        }
    }

    /** To the second, rounded down, with an offset in digits: as the API shows its own dates. */
    private static String print(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }

    @Override
    public SpamIp unblock(Precaution precaution) {
        Objects.requireNonNull(precaution, "precaution");
        return calls.unblock(block, ip, precaution, calls.deadline());
    }

    @Override
    public Release release(Precaution precaution) {
        Objects.requireNonNull(precaution, "precaution");
        return new DefaultRelease(calls, block, ip, precaution, null, progress -> {});
    }

    @Override
    public String toString() {
        return "SpamIpResource[" + ip + " in " + block + ']';
    }
}
