package io.github.ovhantispam.mail.internal.dkim;

import java.util.Locale;

/**
 * One header field as it was sent.
 *
 * @param name its name in lower case, without white space
 * @param text the whole field as ISO-8859-1 with CRLF where it is folded, without the last line end
 */
public record RawField(String name, String text) {

    static RawField of(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return new RawField(name.strip().toLowerCase(Locale.ROOT), text);
    }

    /**
     * Returns the body of the field, unfolded.
     *
     * @return the text after the colon, without line ends and surrounding white space
     */
    public String value() {
        return text.substring(text.indexOf(':') + 1)
                .replace("\r\n", "")
                .replace("\n", "")
                .strip();
    }
}
