package io.github.ovhantispam.mail.internal.log.scan;

/** The id that Exim gives a message: 16 characters, or 23 from version 4.97 on. */
public final class EximId {

    private static final int SHORT = 16;
    private static final int LONG = 23;
    private static final int FARTHEST = 48;

    private EximId() {}

    /** Finds the id behind a time, a zone and a process number, each of which may be missing; -1 when there is none. */
    static int find(byte[] bytes, int from, int end) {
        int at = from;
        int limit = Math.min(end, from + FARTHEST);
        while (at < limit) {
            if (bytes[at] == ' ') {
                at++;
            }
            if (length(bytes, at, end) > 0) {
                return at;
            }
            int word = at;
            while (at < limit && bytes[at] != ' ') {
                if (!isOfTimeOrProcess(bytes[at])) {
                    return -1;
                }
                at++;
            }
            if (at == word) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOfTimeOrProcess(byte b) {
        return (b >= '0' && b <= '9')
                || b == '.'
                || b == '+'
                || b == '-'
                || b == '['
                || b == ']'
                || b == ':'
                || b == 'Z';
    }

    /** Returns how long the id is that begins here, or 0. */
    public static int length(byte[] bytes, int at, int end) {
        if (at < 0 || at + SHORT > end || bytes[at + 6] != '-' || !isWord(bytes, at, at + 6)) {
            return 0;
        }
        if (bytes[at + 13] == '-' && isWord(bytes, at + 7, at + 13) && isWord(bytes, at + 14, at + SHORT)) {
            return SHORT;
        }
        boolean isLong = at + LONG <= end
                && bytes[at + 18] == '-'
                && isWord(bytes, at + 7, at + 18)
                && isWord(bytes, at + 19, at + LONG);
        return isLong ? LONG : 0;
    }

    private static boolean isWord(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (!((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z'))) {
                return false;
            }
        }
        return true;
    }
}
