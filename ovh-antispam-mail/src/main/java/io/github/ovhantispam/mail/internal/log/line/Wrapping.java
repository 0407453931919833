package io.github.ovhantispam.mail.internal.log.line;

/**
 * The text that tools for containers write in front of each line: the container's name and a bar, the name of a pod in
 * brackets, the time at which the line came, the name of the stream.
 *
 * <p>Each stands where it must, at the very beginning. White space alone is not stepped over: journalctl indents the
 * further lines of a message with it, and those are anybody's text.
 */
final class Wrapping {

    private static final Letters POD = new Letters("[pod/");
    private static final Letters STDOUT = new Letters("stdout F ");
    private static final Letters STDERR = new Letters("stderr F ");
    private static final int LONGEST_NAME = 128;
    private static final int ESCAPE = 0x1B;

    private Wrapping() {}

    /**
     * Returns the place behind all that, or the beginning of the line.
     *
     * @param stamp is filled with any time on the way
     */
    static int end(byte[] bytes, int start, int end, Stamp stamp) {
        int at = container(bytes, colour(bytes, start, end), end);
        at = at < 0 ? start : at;
        if (!stamp.read(bytes, at, end)) {
            return at;
        }
        int next = stamp.end() + 1;
        if (STDOUT.begin(bytes, next, end) || STDERR.begin(bytes, next, end)) {
            return next + STDOUT.length();
        }
        boolean another = next < end && (bytes[next] == '<' || stamp.read(bytes, next, end));
        return another && bytes[next - 2] == 'Z' ? next : at;
    }

    /** {@code name-1 | } or {@code [pod/name/container] }; -1 when there is no such name. */
    private static int container(byte[] bytes, int from, int end) {
        int limit = Math.min(end, from + LONGEST_NAME);
        int at = from;
        if (POD.begin(bytes, from, end)) {
            while (at < limit && bytes[at] != ' ') {
                at++;
            }
            return at < limit && bytes[at - 1] == ']' ? at + 1 : -1;
        }
        while (at < limit && isOfName(bytes[at])) {
            at++;
        }
        if (at == from) {
            return -1;
        }
        while (at < limit && bytes[at] == ' ') {
            at++;
        }
        if (at >= limit || bytes[at] != '|') {
            return -1;
        }
        at = colour(bytes, at + 1, end);
        return at < end && bytes[at] == ' ' ? colour(bytes, at + 1, end) : -1;
    }

    private static boolean isOfName(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.';
    }

    /** Steps over an escape sequence for a colour. */
    private static int colour(byte[] bytes, int from, int end) {
        if (from + 1 >= end || bytes[from] != ESCAPE || bytes[from + 1] != '[') {
            return from;
        }
        int at = from + 2;
        while (at < end && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';')) {
            at++;
        }
        return at < end && bytes[at] == 'm' ? at + 1 : from;
    }
}
