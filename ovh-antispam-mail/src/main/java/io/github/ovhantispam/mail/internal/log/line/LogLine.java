package io.github.ovhantispam.mail.internal.log.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line that lies in somebody else's bytes, and the places of its parts. It is filled again and again, so that a line
 * which concerns nobody costs nothing.
 */
public final class LogLine {

    private final Stamp stamp = new Stamp();
    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private int timeStart;
    private int timeEnd;
    private int hostStart;
    private int hostEnd;
    private int tagStart;
    private int tagEnd;
    private int textStart;
    private long hostHash;

    /** Moves to another line, whose parts are not known yet. */
    public LogLine at(byte[] newBytes, int newStart, int newEnd) {
        bytes = newBytes;
        start = newStart;
        end = newEnd;
        timeStart = newStart;
        timeEnd = newStart;
        hostStart = newStart;
        hostEnd = newStart;
        tagStart = newStart;
        tagEnd = newStart;
        textStart = newStart;
        return this;
    }

    /**
     * Moves to a line whose parts are known, as a number of its host is.
     *
     * @param newTagStart where the name of the program begins
     * @param newTagEnd where it ends
     * @param newTextStart where its text begins
     */
    public LogLine at(
            byte[] newBytes,
            int newStart,
            int newEnd,
            int newTagStart,
            int newTagEnd,
            int newTextStart,
            long newHostHash) {
        bytes = newBytes;
        start = newStart;
        end = newEnd;
        tagStart = newTagStart;
        tagEnd = newTagEnd;
        textStart = newTextStart;
        hostHash = newHostHash;
        return this;
    }

    /** Returns the number of the host. */
    public long hostHash() {
        return hostHash;
    }

    /** The time that was read last of this line. */
    Stamp stamp() {
        return stamp;
    }

    /** Returns the month where the line has no year, and otherwise 0. Right after the header was read. */
    public int yearlessMonth() {
        return stamp.isYearless() ? stamp.month() : 0;
    }

    /** Returns the day of the month. Right after the header was read. */
    public int day() {
        return stamp.day();
    }

    void time(int from, int to) {
        timeStart = from;
        timeEnd = to;
    }

    void host(int from, int to) {
        hostStart = from;
        hostEnd = to;
    }

    void tag(int from, int to) {
        tagStart = from;
        tagEnd = to;
    }

    /** Sets the place where the text begins that the program wrote. */
    public void textFrom(int place) {
        textStart = place;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int timeStart() {
        return timeStart;
    }

    public int timeEnd() {
        return timeEnd;
    }

    public int tagStart() {
        return tagStart;
    }

    public int tagEnd() {
        return tagEnd;
    }

    public int textStart() {
        return textStart;
    }

    public int hostStart() {
        return hostStart;
    }

    public int hostEnd() {
        return hostEnd;
    }

    /** Returns whether the name of the program ends in these letters, such as {@code /cleanup}. */
    public boolean isBy(byte[] suffix) {
        return tagEnd - tagStart >= suffix.length
                && Arrays.equals(bytes, tagEnd - suffix.length, tagEnd, suffix, 0, suffix.length);
    }

    /** Returns whether the name of the program has a part in front, as those of Postfix all have. */
    public boolean isByPostfix() {
        for (int i = tagStart; i < tagEnd; i++) {
            if (bytes[i] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Returns a stretch, one character a byte, so that a place in the result is a place in the line. */
    public String latin(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Returns the text that the program wrote, one character a byte. */
    public String text() {
        return latin(textStart, end);
    }
}
