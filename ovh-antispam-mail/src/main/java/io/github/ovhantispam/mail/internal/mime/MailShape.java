package io.github.ovhantispam.mail.internal.mime;

import java.util.Locale;
import java.util.Set;

/** The question whether a text is the source of a mail: headers first, one of them a mail's. */
public final class MailShape {

    private static final Set<String> HEADERS_OF_A_MAIL = Set.of(
            "arc-seal",
            "content-transfer-encoding",
            "content-type",
            "date",
            "delivered-to",
            "dkim-signature",
            "from",
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "subject",
            "to",
            "x-original-to");

    private static final int LONGEST_NAME = 100;

    private MailShape() {}

    /**
     * Returns the place where the headers of a mail begin, past empty lines and the line that a mailbox file puts
     * before each mail.
     *
     * @param text the text, or its bytes as ISO-8859-1
     * @return the index of the first header, or -1 when the text is not the source of a mail
     */
    public static int headersOf(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\ufeff')) {
            start++;
        }
        int at = text.startsWith("From ", start) || text.startsWith(">From ", start) ? nextLine(text, start) : start;
        start = at;
        boolean ofAMail = false;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            boolean folded = at > start && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
            if (!folded) {
                int end = nameEnd(text, at);
                if (end < 0) {
                    return -1;
                }
                ofAMail |= HEADERS_OF_A_MAIL.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
            }
            at = nextLine(text, at);
        }
        return ofAMail ? start : -1;
    }

    /** The index of the colon that ends the name of a header, or -1. */
    private static int nameEnd(String text, int from) {
        int at = from;
        int last = Math.min(text.length(), from + LONGEST_NAME);
        while (at < last && text.charAt(at) > ' ' && text.charAt(at) < 127 && text.charAt(at) != ':') {
            at++;
        }
        return at > from && at < last && text.charAt(at) == ':' ? at : -1;
    }

    private static int nextLine(String text, int from) {
        int at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        if (at + 1 < text.length() && text.charAt(at) == '\r' && text.charAt(at + 1) == '\n') {
            at++;
        }
        return Math.min(at + 1, text.length());
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
