package io.github.ovhantispam.mail.internal.log.line;

/**
 * The time at the beginning of a line, in the forms of syslog, journalctl, Exim and containers. It is read from the
 * left and filled again and again.
 */
final class Stamp {

    /** The line has no zone, or one by a name that several zones have. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final int NANO_DIGITS = 9;

    private byte[] bytes = new byte[0];
    private int limit;
    private int at;
    private int year;
    private int month;
    private int day;
    private int second;
    private int nano;
    private int offset;
    private long epoch;

    /**
     * Reads the time that begins here.
     *
     * @return false when there is none, or when it is not followed by a space
     */
    boolean read(byte[] line, int from, int end) {
        bytes = line;
        limit = end;
        at = from;
        year = 0;
        month = 0;
        day = 0;
        second = 0;
        nano = 0;
        offset = NO_OFFSET;
        epoch = -1;
        if (isDayOfWeek(from)) {
            at += 4;
        }
        return (readIso() || readClassic() || readEpoch()) && at < limit && bytes[at] == ' ';
    }

    /** The place of the space behind the time and all that belongs to it. */
    int end() {
        return at;
    }

    /** 0 where the line has none. */
    int year() {
        return year;
    }

    int month() {
        return month;
    }

    int day() {
        return day;
    }

    /** -1 where the line has a time that no day has. */
    int secondOfDay() {
        return second;
    }

    int nano() {
        return nano;
    }

    /** Seconds east of Greenwich, or {@link #NO_OFFSET}. */
    int offset() {
        return offset;
    }

    /** Seconds since 1970, or -1 where the line has a date. */
    long epoch() {
        return epoch;
    }

    boolean isYearless() {
        return year == 0 && epoch < 0;
    }

    /** {@code 2026-11-04T16:46:01.123+01:00}, and with a space in place of the T. */
    private static boolean isDate(byte[] line, int from, int end) {
        return from + 19 < end
                && line[from + 4] == '-'
                && line[from + 7] == '-'
                && (line[from + 10] == 'T' || line[from + 10] == ' ')
                && isNumber(line, from, 4)
                && isNumber(line, from + 5, 2)
                && isNumber(line, from + 8, 2)
                && isClock(line, from + 11);
    }

    private boolean readIso() {
        if (!isDate(bytes, at, limit)) {
            return false;
        }
        year = number(at, 4);
        month = number(at + 5, 2);
        day = number(at + 8, 2);
        clock(at + 11);
        zone();
        return true;
    }

    /** {@code Nov 4 16:46:01}, with a year before the month, before the time of day or behind it, or without. */
    private boolean readClassic() {
        int from = at;
        if (from + 5 < limit && isNumber(bytes, from, 4) && bytes[from + 4] == ' ') {
            year = number(from, 4);
            from += 5;
        }
        month = from + 15 < limit && bytes[from + 3] == ' ' ? Months.of(bytes, from) : 0;
        if (month == 0) {
            return false;
        }
        from = bytes[from + 4] == ' ' ? from + 5 : from + 4;
        int digits = digits(from);
        if (digits < 1 || digits > 2 || bytes[from + digits] != ' ') {
            return false;
        }
        day = number(from, digits);
        from += digits + 1;
        if (isYear(from)) {
            year = number(from, 4);
            from += 5;
        }
        if (from + 8 >= limit || !isClock(bytes, from)) {
            return false;
        }
        clock(from);
        if (bytes[Math.min(at, limit - 1)] == ' ' && isYear(at + 1) && isHostNext(at + 6)) {
            year = number(at + 1, 4);
            at += 5;
        }
        zone();
        return true;
    }

    /** {@code 1793810761.123456}. */
    private boolean readEpoch() {
        int digits = digits(at);
        if (digits < 9 || digits > 11 || at + digits >= limit || bytes[at + digits] != '.') {
            return false;
        }
        epoch = 0;
        for (int i = at; i < at + digits; i++) {
            epoch = epoch * 10 + bytes[i] - '0';
        }
        at += digits;
        fraction();
        return true;
    }

    private void clock(int from) {
        int hour = number(from, 2);
        int minute = number(from + 3, 2);
        int ofMinute = number(from + 6, 2);
        second = hour > 23 || minute > 59 || ofMinute > 60 ? -1 : hour * 3600 + minute * 60 + ofMinute;
        at = from + 8;
        fraction();
    }

    private void fraction() {
        if (at < limit && (bytes[at] == '.' || bytes[at] == ',')) {
            int digits = digits(at + 1);
            int places = Math.min(digits, NANO_DIGITS);
            nano = number(at + 1, places);
            for (int i = places; i < NANO_DIGITS; i++) {
                nano *= 10;
            }
            at += 1 + digits;
        }
    }

    /** At once, or behind a space as Exim and journalctl write it. */
    private void zone() {
        if (at >= limit) {
            return;
        }
        if (bytes[at] == 'Z') {
            offset = 0;
            at++;
        } else if (isOffset(at)) {
            offset(at);
        } else if (bytes[at] == ' ' && isOffset(at + 1) && word(at + 1) == at + 6) {
            offset(at + 1);
        } else if (bytes[at] == ' ') {
            zoneName(at + 1);
        }
    }

    private boolean isOffset(int from) {
        return from + 4 < limit
                && (bytes[from] == '+' || bytes[from] == '-')
                && isNumber(bytes, from + 1, 2)
                && isNumber(bytes, bytes[from + 3] == ':' ? from + 4 : from + 3, 2);
    }

    private void offset(int from) {
        int minutes = bytes[from + 3] == ':' ? from + 4 : from + 3;
        int seconds = number(from + 1, 2) * 3600 + number(minutes, 2) * 60;
        offset = bytes[from] == '-' ? -seconds : seconds;
        at = minutes + 2;
    }

    /** Most names of zones are those of several; only the two for Greenwich are believed. */
    private void zoneName(int from) {
        int to = from;
        while (to < limit && bytes[to] >= 'A' && bytes[to] <= 'Z') {
            to++;
        }
        if (to - from < 3 || to - from > 5 || to >= limit || bytes[to] != ' ' || !isHostNext(to + 1)) {
            return;
        }
        boolean greenwich = to - from == 3
                && ((bytes[from] == 'U' && bytes[from + 1] == 'T' && bytes[from + 2] == 'C')
                        || (bytes[from] == 'G' && bytes[from + 1] == 'M' && bytes[from + 2] == 'T'));
        offset = greenwich ? 0 : NO_OFFSET;
        at = to;
    }

    /** Otherwise the word before was the host, since the tag is next. */
    private boolean isHostNext(int from) {
        int to = word(from);
        return to > from && to < limit && bytes[to - 1] != ':';
    }

    private boolean isYear(int from) {
        return from + 4 < limit
                && (bytes[from] == '1' || bytes[from] == '2')
                && isNumber(bytes, from, 4)
                && bytes[from + 4] == ' ';
    }

    private boolean isDayOfWeek(int from) {
        if (from + 4 >= limit || bytes[from + 3] != ' ') {
            return false;
        }
        for (int i = 0; i < DAYS.length(); i += 3) {
            if (bytes[from] == DAYS.charAt(i)
                    && bytes[from + 1] == DAYS.charAt(i + 1)
                    && bytes[from + 2] == DAYS.charAt(i + 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClock(byte[] line, int from) {
        return line[from + 2] == ':'
                && line[from + 5] == ':'
                && isNumber(line, from, 2)
                && isNumber(line, from + 3, 2)
                && isNumber(line, from + 6, 2);
    }

    private static boolean isNumber(byte[] line, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (i >= line.length || line[i] < '0' || line[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private int digits(int from) {
        int to = from;
        while (to < limit && bytes[to] >= '0' && bytes[to] <= '9') {
            to++;
        }
        return to - from;
    }

    private int word(int from) {
        int to = from;
        while (to < limit && bytes[to] != ' ') {
            to++;
        }
        return to;
    }
}
