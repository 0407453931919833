package io.github.ovhantispam.mail.internal.mime;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** The encoded words of a header (RFC 2047). */
public final class EncodedWords {

    private static final int LONGEST = 10_000;

    private EncodedWords() {}

    /**
     * Decodes the words of a header.
     *
     * @param value the body of the header, hostile
     * @return the text, with what cannot be decoded as it was; cut at 10,000 characters
     */
    public static String decode(String value) {
        String bounded = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        try {
            return DecoderUtil.decodeEncodedWords(bounded, DecodeMonitor.SILENT);
        } catch (RuntimeException e) {
            return bounded; // the library meets charsets and paddings of an attacker's choice here
        }
    }
}
