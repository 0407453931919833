package io.github.ovhantispam.mail.internal.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** A mail as bytes, cut into header fields and body. Line ends may be CRLF or LF. */
public final class RawMail {

    /** Beyond this, the rest of a header block is not looked at. */
    private static final int MOST_FIELDS = 1000;

    private final byte[] bytes;
    private final List<RawField> fields;
    private final int bodyStart;

    private RawMail(byte[] bytes, List<RawField> fields, int bodyStart) {
        this.bytes = bytes;
        this.fields = List.copyOf(fields);
        this.bodyStart = bodyStart;
    }

    /**
     * Cuts a mail.
     *
     * @param bytes the mail, not copied
     * @return the mail; without an empty line it has no body
     */
    public static RawMail of(byte[] bytes) {
        List<RawField> fields = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int end = lineEnd(bytes, at);
            int next = Math.min(end + 1, bytes.length);
            if (end > at && bytes[end - 1] == '\r') {
                end--;
            }
            if (end == at) {
                add(open, fields);
                return new RawMail(bytes, fields, next);
            }
            if (bytes[at] != ' ' && bytes[at] != '\t') {
                add(open, fields);
            } else if (open.length() > 0) {
                open.append("\r\n");
            }
            open.append(new String(bytes, at, end - at, ISO_8859_1));
            at = next;
        }
        add(open, fields);
        return new RawMail(bytes, fields, -1);
    }

    private static void add(StringBuilder open, List<RawField> fields) {
        String text = open.toString();
        open.setLength(0);
        if (text.indexOf(':') > 0 && fields.size() < MOST_FIELDS) {
            fields.add(RawField.of(text)); // the line that a mailbox file puts before a mail has no name
        }
    }

    static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /**
     * Returns the header fields.
     *
     * @return the fields in order, at most 1,000
     */
    public List<RawField> fields() {
        return fields;
    }

    /**
     * Returns the header fields of a name.
     *
     * @param name in lower case
     * @return the fields in order
     */
    public List<RawField> fields(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    /**
     * Returns true when an empty line follows the header fields.
     *
     * @return false for a mail that ends in its header block
     */
    public boolean hasHeaderEnd() {
        return bodyStart >= 0;
    }

    /**
     * Returns true when the body holds anything but white space.
     *
     * @return false for an empty body
     */
    public boolean hasBody() {
        for (int at = bodyStart; bodyStart >= 0 && at < bytes.length; at++) {
            if (bytes[at] > ' ' || bytes[at] < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the length of the mail.
     *
     * @return in bytes
     */
    public int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyStart() {
        return bodyStart < 0 ? bytes.length : bodyStart;
    }
}
