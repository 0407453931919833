package io.github.ovhantispam.mail.internal.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a body in one of the two canonical forms of RFC 6376, section 3.4. */
final class BodyHash {

    private final MessageDigest digest;
    private final boolean relaxed;
    private final long limit;
    private long length;
    private byte[] value = {};

    private BodyHash(boolean relaxed, long limit) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        this.relaxed = relaxed;
        this.limit = limit;
    }

    /**
     * Hashes a body.
     *
     * @param limit the number of canonical bytes that count, or {@code Long.MAX_VALUE}
     */
    static BodyHash of(RawMail mail, boolean relaxed, long limit) {
        BodyHash hash = new BodyHash(relaxed, limit);
        hash.read(mail.bytes(), mail.bodyStart());
        hash.value = hash.digest.digest();
        return hash;
    }

    boolean equalTo(byte[] expected) {
        return MessageDigest.isEqual(expected, value);
    }

    /** Returns the length of the whole canonical body, what is beyond the limit included. */
    long length() {
        return length;
    }

    private void read(byte[] bytes, int from) {
        long emptyLines = 0;
        boolean any = false;
        int at = from;
        while (at < bytes.length) {
            int end = RawMail.lineEnd(bytes, at);
            int next = Math.min(end + 1, bytes.length);
            if (end > at && end < bytes.length && bytes[end - 1] == '\r') {
                end--;
            }
            if (relaxed) {
                end = withoutTrailingSpace(bytes, at, end);
            }
            if (end == at) {
                emptyLines++;
            } else {
                for (; emptyLines > 0; emptyLines--) {
                    lineEnd();
                }
                line(bytes, at, end);
                lineEnd();
                any = true;
            }
            at = next;
        }
        if (!any && !relaxed) {
            lineEnd();
        }
    }

    private void line(byte[] bytes, int from, int end) {
        if (!relaxed) {
            int counted = (int) Math.max(0, Math.min(end - from, limit - length));
            digest.update(bytes, from, counted);
            length += end - from;
            return;
        }
        for (int at = from; at < end; at++) {
            if (!isSpace(bytes[at])) {
                add(bytes[at]);
            } else if (at == from || !isSpace(bytes[at - 1])) {
                add((byte) ' ');
            }
        }
    }

    private static int withoutTrailingSpace(byte[] bytes, int from, int end) {
        int last = end;
        while (last > from && isSpace(bytes[last - 1])) {
            last--;
        }
        return last;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private void lineEnd() {
        add((byte) '\r');
        add((byte) '\n');
    }

    private void add(byte b) {
        if (length < limit) {
            digest.update(b);
        }
        length++;
    }
}
