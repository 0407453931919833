package io.github.ovhantispam.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.model.internal.DateTimeText;
import io.github.ovhantispam.model.internal.PrintableText;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the vendor sent to the account's owner ({@code nichandle.emailNotification}).
 *
 * <p>Make one with {@link #of}; the canonical constructor may gain a parameter when the API gains a field.
 *
 * @param id the number of the mail in the account's history
 * @param date the moment it was sent
 * @param subject its subject, as it was received
 * @param body its text, as it was received; text from outside, which may be HTML
 */
@JsonAutoDetect(
        creatorVisibility = Visibility.NONE,
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmailNotification(long id, OffsetDateTime date, String subject, String body) {

    private static final WireField ID = new WireField("EmailNotification.id");
    private static final WireField DATE = new WireField("EmailNotification.date");
    private static final WireField SUBJECT = new WireField("EmailNotification.subject");
    private static final WireField BODY = new WireField("EmailNotification.body");

    /**
     * Not for application code: use {@link #of}.
     *
     * @param id the number of the mail in the account's history
     * @param date the moment it was sent
     * @param subject its subject
     * @param body its text
     */
    public EmailNotification {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Returns a mail to the account's owner.
     *
     * @param id the number of the mail in the account's history
     * @param date the moment it was sent
     * @param subject its subject
     * @param body its text
     * @return the value
     */
    public static EmailNotification of(long id, OffsetDateTime date, String subject, String body) {
        return new EmailNotification(id, date, subject, body);
    }

    @JsonCreator
    static EmailNotification ofWire(
            @JsonProperty("id") @Nullable Long id,
            @JsonProperty("date") @Nullable String date,
            @JsonProperty("subject") @Nullable String subject,
            @JsonProperty("body") @Nullable String body) {
        return new EmailNotification(
                ID.required(id), DATE.dateTime(date), SUBJECT.required(subject), BODY.required(body));
    }

    @JsonProperty("id")
    long idOnWire() {
        return id;
    }

    @JsonProperty("date")
    String dateOnWire() {
        return DateTimeText.of(date);
    }

    @JsonProperty("subject")
    String subjectOnWire() {
        return subject;
    }

    @JsonProperty("body")
    String bodyOnWire() {
        return body;
    }

    /** A line for a person: the number, the date and the printable subject, without the text. */
    @Override
    public String toString() {
        return "mail " + id + " of " + DateTimeText.of(date) + ": " + PrintableText.of(subject);
    }
}
