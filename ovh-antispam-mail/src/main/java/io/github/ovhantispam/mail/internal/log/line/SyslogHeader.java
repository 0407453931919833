package io.github.ovhantispam.mail.internal.log.line;

/**
 * The beginning of a line of syslog: time, host, and the program with its process number, in the forms of RFC 3164, RFC
 * 5424, ISO timestamps and journalctl. Each part is found by its place, so text further on cannot pass for it.
 */
public final class SyslogHeader {

    private static final int SHORTEST = 20;
    private static final int CLASSIC = 15;

    /** A date and the letter, or the space, between it and the time of day. */
    private static final int DATE = 11;

    private SyslogHeader() {}

    /**
     * Finds the parts of a line.
     *
     * @return false when the line does not begin so; its parts are then of no use
     */
    public static boolean read(LogLine line) {
        byte[] bytes = line.bytes();
        int end = line.end();
        int at = priority(bytes, line.start(), end);
        if (end - at < SHORTEST) {
            return false;
        }
        boolean structured = bytes[at] == '1' && bytes[at + 1] == ' ' && isIso(bytes, at + 2, end);
        if (structured) {
            at += 2;
        }
        int time = timeEnd(bytes, at, end);
        if (time < 0) {
            return false;
        }
        line.time(at, time);
        int host = facility(bytes, time + 1, end);
        int hostEnd = word(bytes, host, end);
        if (hostEnd == host || hostEnd >= end) {
            return false;
        }
        line.host(host, hostEnd);
        return structured ? structured(line, bytes, hostEnd + 1, end) : tagged(line, bytes, hostEnd + 1, end);
    }

    /** {@code <22>}, which is written where lines are kept as they came. */
    private static int priority(byte[] bytes, int start, int end) {
        if (end - start > 3 && bytes[start] == '<') {
            int at = digits(bytes, start + 1, end);
            if (at > start + 1 && at < end && bytes[at] == '>') {
                return at + 1;
            }
        }
        return start;
    }

    /** {@code <mail.info> }, which BSD writes between time and host when it is asked to. */
    private static int facility(byte[] bytes, int from, int end) {
        if (from < end && bytes[from] == '<') {
            int at = word(bytes, from, end);
            if (bytes[at - 1] == '>' && at < end) {
                return at + 1;
            }
        }
        return from;
    }

    /** Returns the place after the time, which is a space, or -1. */
    private static int timeEnd(byte[] bytes, int at, int end) {
        if (isIso(bytes, at, end)) {
            int stop = word(bytes, at + DATE, end);
            return stop < end ? stop : -1;
        }
        if (at + CLASSIC >= end || Months.of(bytes, at) == 0 || bytes[at + 3] != ' ') {
            return -1;
        }
        int day = bytes[at + 4] == ' ' ? at + 5 : at + 4;
        int dayEnd = digits(bytes, day, end);
        int clock = dayEnd + 1;
        if (dayEnd == day || dayEnd - day > 2 || clock + 8 >= end || bytes[dayEnd] != ' ' || !isClock(bytes, clock)) {
            return -1;
        }
        int stop = clock + 8;
        if (bytes[stop] == '.') {
            stop = digits(bytes, stop + 1, end);
        }
        return stop < end && bytes[stop] == ' ' ? stop : -1;
    }

    private static boolean isClock(byte[] bytes, int at) {
        return bytes[at + 2] == ':'
                && bytes[at + 5] == ':'
                && isDigit(bytes[at])
                && isDigit(bytes[at + 1])
                && isDigit(bytes[at + 3])
                && isDigit(bytes[at + 4])
                && isDigit(bytes[at + 6])
                && isDigit(bytes[at + 7]);
    }

    private static boolean isIso(byte[] bytes, int at, int end) {
        return at + SHORTEST < end
                && bytes[at + 4] == '-'
                && bytes[at + 7] == '-'
                && (bytes[at + 10] == 'T' || bytes[at + 10] == ' ')
                && isDigit(bytes[at])
                && isClock(bytes, at + 11);
    }

    /** {@code name[pid]: } or {@code name: }. */
    private static boolean tagged(LogLine line, byte[] bytes, int tag, int end) {
        int at = tag;
        while (at < end && bytes[at] != '[' && bytes[at] != ':' && bytes[at] > ' ') {
            at++;
        }
        line.tag(tag, at);
        if (at < end && bytes[at] == '[') {
            at = digits(bytes, at + 1, end);
            if (at >= end || bytes[at] != ']') {
                return false;
            }
            at++;
        }
        if (at == tag || at + 1 >= end || bytes[at] != ':' || bytes[at + 1] != ' ') {
            return false;
        }
        line.textFrom(number(bytes, at + 2, end));
        return true;
    }

    /** {@code [ID 197553 mail.info] }, which Solaris writes before each text. */
    private static int number(byte[] bytes, int from, int end) {
        if (from + 4 < end && bytes[from] == '[' && bytes[from + 1] == 'I' && bytes[from + 2] == 'D') {
            int at = digits(bytes, from + 4, end);
            if (bytes[from + 3] == ' ' && at > from + 4 && at < end && bytes[at] == ' ') {
                int close = word(bytes, at + 1, end);
                if (bytes[close - 1] == ']' && close < end) {
                    return close + 1;
                }
            }
        }
        return from;
    }

    /** {@code name pid msgid data }, and then the text, perhaps after a byte order mark. */
    private static boolean structured(LogLine line, byte[] bytes, int tag, int end) {
        int tagEnd = word(bytes, tag, end);
        int process = word(bytes, tagEnd + 1, end);
        int kind = word(bytes, process + 1, end);
        int at = kind + 1;
        if (tagEnd == tag || at >= end) {
            return false;
        }
        line.tag(tag, tagEnd);
        at = bytes[at] == '[' ? elements(bytes, at, end) : word(bytes, at, end);
        if (at + 1 >= end || bytes[at] != ' ') {
            return false;
        }
        at++;
        if (at + 3 < end && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        line.textFrom(at);
        return true;
    }

    private static int elements(byte[] bytes, int from, int end) {
        boolean quoted = false;
        for (int at = from; at < end; at++) {
            byte b = bytes[at];
            if (quoted && b == '\\') {
                at++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && b == ' ' && bytes[at - 1] == ']') {
                return at;
            }
        }
        return end;
    }

    private static int word(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
