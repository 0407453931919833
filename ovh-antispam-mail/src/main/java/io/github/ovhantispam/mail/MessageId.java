package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;

/**
 * The Message-ID of a mail, without the angle brackets that surround it in a header (RFC 5322, section 3.6.4).
 *
 * <p>Equality is that of the text, case included, as in the RFC. An identifier is attacker-controlled: {@link #value}
 * is the text as it was read, and {@link #toString} is fit to be printed.
 */
public final class MessageId implements Comparable<MessageId> {

    /** The longest line of a mail (RFC 5322, section 2.1.1). */
    private static final int LONGEST = 998;

    private final String value;

    private MessageId(String value) {
        this.value = value;
    }

    /**
     * Returns the identifier that a text holds.
     *
     * @param text an identifier with or without angle brackets; white space around it is dropped
     * @return the identifier
     * @throws IllegalArgumentException when the text is empty, longer than 998 characters, or has white space or a
     *     control character inside
     */
    public static MessageId of(String text) {
        String value = text.strip();
        if (value.startsWith("<") && value.endsWith(">")) {
            value = value.substring(1, value.length() - 1).strip();
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a Message-ID is empty");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a Message-ID has " + value.length() + " characters, more than " + LONGEST);
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw new IllegalArgumentException(
                    "a Message-ID has white space or a control character inside: " + PrintableText.of(value));
        }
        return new MessageId(value);
    }

    /**
     * Returns the identifier as it was read.
     *
     * @return the text without brackets; hostile, so not to be printed as it is
     */
    public String value() {
        return value;
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** Returns the identifier, made printable. */
    @Override
    public String toString() {
        return PrintableText.of(value);
    }
}
