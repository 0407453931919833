package io.github.ovhantispam.mail.internal.log.line;

import java.nio.charset.StandardCharsets;

/** A short text of ASCII letters, to be found at a certain place. */
public final class Letters {

    private final byte[] bytes;

    public Letters(String text) {
        bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    public int length() {
        return bytes.length;
    }

    /** Returns whether a stretch begins so. */
    public boolean begin(byte[] line, int from, int to) {
        if (to - from < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (line[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a stretch ends so. */
    public boolean end(byte[] line, int from, int to) {
        return to - from >= bytes.length && begin(line, to - bytes.length, to);
    }
}
