package io.github.ovhantispam.mail;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * An alert as the account's history of notifications has it.
 *
 * @param alert the alert
 * @param date the moment the vendor sent it
 * @param notificationId the number of the mail in the history
 */
public record NotifiedAlert(SpamAlert alert, OffsetDateTime date, long notificationId) {

    /**
     * Creates a dated alert.
     *
     * @param alert the alert
     * @param date the moment the vendor sent it
     * @param notificationId the number of the mail in the history
     */
    public NotifiedAlert {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(date, "date");
    }
}
