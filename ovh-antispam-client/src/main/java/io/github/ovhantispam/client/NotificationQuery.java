package io.github.ovhantispam.client;

import io.github.ovhantispam.model.EmailNotification;

/**
 * The mails that the vendor sent to the account's owner ({@code GET /me/notification/email/history}), the highest
 * number first.
 *
 * <p>The API documents no order of the numbers. The highest are assumed to be the newest, which is likely but
 * undocumented. It is also undocumented that the alert about a blocked address is among these mails.
 *
 * <p>A consumer key needs {@link AccessRule#NOTIFICATIONS}, which it has only if it was requested with it; without it,
 * requests throw a {@link PermissionException}.
 *
 * <p>One request for all numbers, and one per mail that is read, eight at a time, or one for a number of them with
 * {@link CallOptions#batchSize}; a mail that disappears in between is omitted. A {@code stream()} reads no further
 * ahead than one such group of mails, so reading only the beginning of a long history costs little.
 */
public interface NotificationQuery extends Query<EmailNotification> {

    /**
     * Returns the numbers of the same mails alone. One request.
     *
     * @return a query of numbers, in the order of the API
     */
    Query<Long> ids();
}
