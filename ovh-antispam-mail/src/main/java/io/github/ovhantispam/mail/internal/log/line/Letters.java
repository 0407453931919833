package io.github.ovhantispam.mail.internal.log.line;

/**
 * A short text of ASCII letters, to be found at a certain place. It is a record since the compiler of the JVM takes the
 * components of records for constants, which costs a tenth of a pass otherwise.
 *
 * @param text the letters
 */
public record Letters(String text) {

    public int length() {
        return text.length();
    }

    /** Returns whether a stretch begins so. */
    public boolean begin(byte[] line, int from, int to) {
        int length = text.length();
        if (to - from < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (line[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a stretch ends so. */
    public boolean end(byte[] line, int from, int to) {
        return to - from >= text.length() && begin(line, to - text.length(), to);
    }
}
