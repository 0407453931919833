package io.github.ovhantispam.client;

import io.github.ovhantispam.model.EmailNotification;

/**
 * The mails that the vendor sent to the account's owner ({@code GET /me/notification/email/history}), the highest
 * number first.
 *
 * <p>The API gives their numbers without an order that is documented. The highest are taken for the newest, which is
 * likely and documented nowhere either. That the alert about an address which is blocked for spam is among these mails
 * is likewise not documented.
 *
 * <p>A consumer key needs {@link AccessRule#NOTIFICATIONS}, which it has only when it was asked for with it; without
 * it, requests throw a {@link PermissionException}.
 *
 * <p>One request for all numbers, and one per mail that is read, eight at a time, or one for a number of them with
 * {@link CallOptions#batchSize}; a mail that vanishes in between is left out. A {@code stream()} reads at most as many
 * mails ahead as are read at a time, so a history of years costs little when only its beginning is wanted.
 */
public interface NotificationQuery extends Query<EmailNotification> {

    /**
     * Returns the numbers of the same mails alone. One request.
     *
     * @return a query of numbers, in the order of the API
     */
    Query<Long> ids();
}
