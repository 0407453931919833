package io.github.ovhantispam.mail.internal.log.line;

/**
 * The beginning of a line of syslog: time, host, and the program with its process number, in the forms of RFC 3164, RFC
 * 5424, ISO timestamps and journalctl. Each part is found by its place, so text further on cannot pass for it.
 */
public final class SyslogHeader {

    private static final int SHORTEST = 20;

    private SyslogHeader() {}

    /**
     * Finds the parts of a line.
     *
     * @return false when the line does not begin so; its parts are then of no use
     */
    public static boolean read(LogLine line) {
        byte[] bytes = line.bytes();
        int end = line.end();
        int at = timeStart(line);
        if (end - at < SHORTEST || !line.stamp().read(bytes, at, end)) {
            return false;
        }
        line.time(at, line.stamp().end());
        int host = facility(bytes, line.timeEnd() + 1, end);
        int hostEnd = word(bytes, host, end);
        if (hostEnd == host || hostEnd >= end) {
            return false;
        }
        line.host(host, hostEnd);
        int tag = hostEnd + 1;
        return hasVersion(line, at)
                ? structured(line, bytes, tag, end)
                : tagged(line, bytes, tag, end) || (isStructured(bytes, tag, end) && structured(line, bytes, tag, end));
    }

    /** Returns the place of the line's own time, behind what others put in front; there may be none. */
    public static int timeStart(LogLine line) {
        byte[] bytes = line.bytes();
        int at = priority(bytes, Wrapping.end(bytes, line.start(), line.end(), line.stamp()), line.end());
        return at + 2 < line.end() && bytes[at] == '1' && bytes[at + 1] == ' ' ? at + 2 : at;
    }

    private static boolean hasVersion(LogLine line, int at) {
        byte[] bytes = line.bytes();
        return at - line.start() >= 2
                && bytes[at - 1] == ' '
                && bytes[at - 2] == '1'
                && (at - line.start() == 2 || bytes[at - 3] == '>' || bytes[at - 3] == ' ');
    }

    /** RFC 5424 without priority and version, as some keep it: {@code name pid msgid -} or {@code name pid msgid [}. */
    private static boolean isStructured(byte[] bytes, int tag, int end) {
        int tagEnd = word(bytes, tag, end);
        int process = word(bytes, tagEnd + 1, end);
        int kind = word(bytes, process + 1, end);
        boolean numbered = process > tagEnd + 1
                && (digits(bytes, tagEnd + 1, process) == process
                        || (process == tagEnd + 2 && bytes[tagEnd + 1] == '-'));
        return numbered
                && kind > process + 1
                && kind + 2 < end
                && (bytes[kind + 1] == '[' || (bytes[kind + 1] == '-' && bytes[kind + 2] == ' '));
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
