package io.github.ovhantispam.mail.internal.queue;

import java.util.regex.Pattern;

/** The forms of queue ids. An id of any other form is never an argument of a command. */
final class QueueIds {

    /** Microseconds and inode in hexadecimal, or the long form without vowels. */
    private static final Pattern POSTFIX = Pattern.compile(
            "[0-9A-F]{6,24}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]{10,20}z[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{1,24}");

    /** The second form from Exim 4.97. */
    private static final Pattern EXIM = Pattern.compile(
            "[0-9A-Za-z]{6}-[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{6}-[0-9A-Za-z]{11}-[0-9A-Za-z]{4}");

    private QueueIds() {}

    static boolean isPostfix(String id) {
        return POSTFIX.matcher(id).matches();
    }

    static boolean isExim(String id) {
        return EXIM.matcher(id).matches();
    }
}
