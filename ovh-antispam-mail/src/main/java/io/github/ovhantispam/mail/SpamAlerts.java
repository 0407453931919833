package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.AccessRule;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.NotificationQuery;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.mail.internal.alert.AlertHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alerts about blocked addresses among the mails that the vendor sent to the account's owner, the newest first: no
 * mailbox has to be read. Immutable; costs nothing until it is used.
 *
 * <p>A consumer key needs {@link AccessRule#NOTIFICATIONS}; without it, the streams throw a {@link PermissionException}
 * that says how to get it. The vendor does not document that the alerts are among these mails.
 *
 * <p>One request for the numbers of the mails, and one per mail that is read, as {@link NotificationQuery} says. Mails
 * that are not alerts are left out. One that is beyond a limit of {@link SpamAlert#parse(String)} may be an alert:
 * after all others, the streams throw a {@link MalformedMailException} that names it.
 */
public final class SpamAlerts {

    private final AntispamClient client;
    private final InstantSource clock;
    private final @Nullable Instant since;

    private SpamAlerts(AntispamClient client, InstantSource clock, @Nullable Instant since) {
        this.client = client;
        this.clock = clock;
        this.since = since;
    }

    /**
     * Returns all alerts of an account.
     *
     * @param client the client of the account
     * @return the alerts
     */
    public static SpamAlerts of(AntispamClient client) {
        return of(client, InstantSource.system());
    }

    /**
     * Returns all alerts of an account, with a clock for {@link #since(Duration)}.
     *
     * @param client the client of the account
     * @param clock tells what time it is
     * @return the alerts
     */
    public static SpamAlerts of(AntispamClient client, InstantSource clock) {
        return new SpamAlerts(Objects.requireNonNull(client, "client"), Objects.requireNonNull(clock, "clock"), null);
    }

    /**
     * Returns the alerts of the latest past.
     *
     * @param past how far back to look from now on, such as two days
     * @return the alerts that were sent since then, as {@link #since(Instant)} finds them
     * @throws IllegalArgumentException when it is negative
     */
    public SpamAlerts since(Duration past) {
        if (Objects.requireNonNull(past, "past").isNegative()) {
            throw new IllegalArgumentException("past is negative: " + past);
        }
        Instant now = clock.instant();
        Duration most = Duration.between(Instant.MIN, now);
        return since(past.compareTo(most) > 0 ? Instant.MIN : now.minus(past));
    }

    /**
     * Returns the alerts that were sent at a moment or later.
     *
     * <p>Not all mails are read for that: reading ends when 50 in a row are older, since later ones have higher numbers
     * as a rule.
     *
     * @param moment the earliest date of an alert
     * @return the alerts
     */
    public SpamAlerts since(Instant moment) {
        return new SpamAlerts(client, clock, Objects.requireNonNull(moment, "moment"));
    }

    /**
     * Returns the alerts, read as they are wanted.
     *
     * @return a sequential stream, the newest first; an address that was blocked twice has two alerts. Its terminal
     *     operation throws {@link AntispamException} when a request fails, and {@link MalformedMailException} at the
     *     end when a mail could not be judged
     */
    public Stream<SpamAlert> stream() {
        return dated().map(NotifiedAlert::alert);
    }

    /**
     * Returns the alerts, all in memory.
     *
     * @return an immutable list, the newest first
     * @throws PermissionException when the credentials do not allow it; the message names the rule that is missing
     * @throws MalformedMailException when a mail could not be judged
     * @throws AntispamException when a request fails otherwise
     */
    public List<SpamAlert> list() {
        return stream().toList();
    }

    /**
     * Returns the alerts with their dates, read as they are wanted.
     *
     * @return a stream as {@link #stream()} is
     */
    public Stream<NotifiedAlert> dated() {
        return AlertHistory.alerts(client.notifications().stream(), since);
    }

    /** The earliest date, if there is one. */
    @Override
    public String toString() {
        return "SpamAlerts[" + (since == null ? "all" : "since " + since) + ']';
    }
}
