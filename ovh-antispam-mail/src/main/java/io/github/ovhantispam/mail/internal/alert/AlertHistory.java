package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.MalformedMailException;
import io.github.ovhantispam.mail.NotifiedAlert;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.model.EmailNotification;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The alerts in a history of mails, which is read as they are wanted. */
public final class AlertHistory implements Iterator<NotifiedAlert> {

    /** After so many older mails in a row, no later one is expected: their order is likely, and not documented. */
    private static final int OLDER_IN_A_ROW = 50;

    private final Iterator<EmailNotification> mails;
    private final @Nullable Instant since;

    private int older;
    private @Nullable NotifiedAlert next;
    private @Nullable MalformedMailException unjudged;

    private AlertHistory(Iterator<EmailNotification> mails, @Nullable Instant since) {
        this.mails = mails;
        this.since = since;
    }

    /** Returns the alerts in a stream of mails, the newest first, from a moment on or all. */
    public static Stream<NotifiedAlert> alerts(Stream<EmailNotification> mails, @Nullable Instant since) {
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(new AlertHistory(mails.iterator(), since), characteristics),
                characteristics,
                false);
    }

    @Override
    public boolean hasNext() {
        while (next == null && older < OLDER_IN_A_ROW && mails.hasNext()) {
            next = alert(mails.next());
        }
        if (next == null && unjudged != null) {
            throw unjudged; // after all alerts that could be read
        }
        return next != null;
    }

    @Override
    public NotifiedAlert next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        NotifiedAlert alert = next;
        next = null;
        return alert;
    }

    private @Nullable NotifiedAlert alert(EmailNotification mail) {
        if (since != null && mail.date().toInstant().isBefore(since)) {
            older++;
            return null;
        }
        older = 0;
        try {
            Optional<SpamAlert> alert = SpamAlert.parse(mail.body());
            return alert.map(found -> new NotifiedAlert(found, mail.date(), mail.id()))
                    .orElse(null);
        } catch (MalformedMailException e) {
            MalformedMailException named = new MalformedMailException(mail + " may be an alert: " + e.getMessage(), e);
            if (unjudged == null) {
                unjudged = named;
            } else {
                unjudged.addSuppressed(named);
            }
            return null;
        }
    }
}
