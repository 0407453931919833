package io.github.ovhantispam.mail;

import java.util.Objects;

/**
 * The text of a support ticket, to be read before it is sent: it holds personal data of the mails.
 *
 * @param subject one line
 * @param body at most 60,000 bytes of UTF-8
 */
public record TicketText(String subject, String body) {

    /**
     * Creates a text.
     *
     * @param subject one line
     * @param body the text
     */
    public TicketText {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
    }
}
