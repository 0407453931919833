package io.github.ovhantispam.mail.internal.log.scan;

import io.github.ovhantispam.mail.internal.log.line.LogCalendar;
import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.line.SyslogHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * One pass over a log. Each line costs a search for its end, a comparison of its host with that of the line before, and
 * the hash of its queue id; only lines that concern somebody are looked at again.
 */
public final class LogScanner {

    private static final int CHUNK = 256 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int SHORTEST_LINE = 24;
    private static final long ONES = 0x0101010101010101L;
    private static final long LINE_FEEDS = 0x0A * ONES;
    private static final long HIGH_BITS = ONES << 7;
    /** Of eight bytes, the six of month and day. */
    private static final long DAY = 0xFFFF_FFFF_FFFFL;

    private static final boolean[] DIGIT = new boolean[256];

    static {
        Arrays.fill(DIGIT, '0', '9' + 1, true);
    }

    private final byte[] buffer = new byte[CHUNK + LONGEST_LINE + LineHash.PADDING];
    private final LogLine line = new LogLine();
    private final LineDispatch dispatch;
    private final LogCalendar calendar;

    /** Where the time of the last line ended, where its tag began, and what stood between. */
    private int timeLength;

    private int column = Integer.MAX_VALUE;
    private byte[] between = new byte[0];
    private long host;
    private boolean classic;
    private long day;

    public LogScanner(LineDispatch dispatch, LogCalendar calendar) {
        this.dispatch = dispatch;
        this.calendar = calendar;
    }

    /** Reads to the end. */
    public void scan(InputStream in) throws IOException {
        int kept = 0;
        boolean skipping = false;
        for (int read = in.read(buffer, 0, CHUNK); read >= 0; read = in.read(buffer, kept, CHUNK)) {
            int limit = kept + read;
            int start = 0;
            int from = kept;
            for (int end = lineFeed(from, limit); end >= 0; end = lineFeed(from, limit)) {
                if (skipping) {
                    skipping = false;
                } else {
                    line(start, end);
                }
                start = end + 1;
                from = start;
            }
            kept = limit - start;
            if (skipping) {
                kept = 0;
            } else if (kept >= LONGEST_LINE) {
                line(start, start + LONGEST_LINE);
                skipping = true;
                kept = 0;
            } else {
                System.arraycopy(buffer, start, buffer, 0, kept);
            }
        }
        if (!skipping) {
            line(0, kept);
        }
    }

    private int lineFeed(int from, int limit) {
        byte[] bytes = buffer;
        int at = from;
        for (; at <= limit - 8; at += 8) {
            long word = (long) LineHash.WORDS.get(bytes, at) ^ LINE_FEEDS;
            long zeros = (word - ONES) & ~word & HIGH_BITS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < limit; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void line(int from, int to) {
        byte[] bytes = buffer;
        int start = from;
        int end = to;
        if (end - start < SHORTEST_LINE) {
            return;
        }
        if (bytes[end - 1] == '\r') {
            end--;
        }
        int tag = start + column;
        if (tag >= end
                || tag < 0
                || !Arrays.equals(bytes, start + timeLength, tag, between, 0, between.length)
                || (classic && ((long) LineHash.WORDS.get(bytes, start) & DAY) != day)) {
            unfamiliar(start, end);
            return;
        }
        int at = tag;
        while (at < end && bytes[at] != '[' && bytes[at] != ':' && bytes[at] > ' ') {
            at++;
        }
        int tagEnd = at;
        if (at >= end || bytes[at] != '[') {
            unfamiliar(start, end);
            return;
        }
        at++;
        while (at < end && DIGIT[bytes[at] & 0xFF]) {
            at++;
        }
        if (at + 3 >= end || bytes[at] != ']' || bytes[at + 1] != ':' || bytes[at + 2] != ' ') {
            return;
        }
        if (bytes[at + 3] == '[') {
            unfamiliar(start, end);
            return;
        }
        dispatch.line(bytes, start, end, tag, tagEnd, at + 3, host);
    }

    /** A line that does not look like the one before. */
    private void unfamiliar(int from, int end) {
        int start = from;
        while (start < end && buffer[start] == 0) {
            start++; // a hole, which a rotation by copying leaves
        }
        line.at(buffer, start, end);
        if (end - start < SHORTEST_LINE) {
            return;
        }
        int time = SyslogHeader.timeStart(line);
        if (end - time >= SHORTEST_LINE
                && buffer[time + 4] == '-'
                && buffer[time + 10] == ' '
                && buffer[time + 13] == ':') {
            dispatch.exim(buffer, start, end, time + 19, 0);
        }
        if (!SyslogHeader.read(line)) {
            return;
        }
        host = LineHash.of(buffer, line.hostStart(), line.hostEnd());
        int month = line.yearlessMonth();
        classic = month > 0;
        if (classic) {
            day = (long) LineHash.WORDS.get(buffer, start) & DAY;
            calendar.read(month, line.day());
        }
        if (buffer[line.tagEnd()] == '[' && line.timeStart() == from) {
            timeLength = line.timeEnd() - start;
            column = line.tagStart() - start;
            between = Arrays.copyOfRange(buffer, line.timeEnd(), line.tagStart());
        }
        dispatch.line(buffer, start, end, line.tagStart(), line.tagEnd(), line.textStart(), host);
    }
}
