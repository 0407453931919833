package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for IPv4 addresses that stand alone: not in a name, a URL, a network, an identifier or a longer number.
 */
final class Ipv4Scanner {

    private static final int LONGEST = "255.255.255.255".length();

    private final String text;

    private Ipv4Scanner(String text) {
        this.text = text;
    }

    /** Returns all of a text, in order. */
    static List<Ipv4> all(String text) {
        return new Ipv4Scanner(text).all();
    }

    private List<Ipv4> all() {
        List<Ipv4> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(at)) {
                at++;
                continue;
            }
            int end = endOfDottedNumber(at);
            if (isFree(at, end)) {
                IpAddress address = address(at, end);
                if (address != null) {
                    found.add(new Ipv4(at, end, address, isWhole(at, end)));
                }
            }
            at = end;
        }
        return found;
    }

    /** Four numbers of up to 255, or null. */
    private @Nullable IpAddress address(int start, int end) {
        if (end - start > LONGEST) {
            return null;
        }
        String literal = text.substring(start, end);
        try {
            return IpAddress.of(literal);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private int endOfDottedNumber(int start) {
        int at = start;
        while (isDigit(at) || (charAt(at) == '.' && isDigit(at + 1))) {
            at++;
        }
        return at;
    }

    private boolean isFree(int start, int end) {
        char before = charAt(start - 1);
        char after = charAt(end);
        boolean startsFree = !Character.isLetterOrDigit(before) && "._-@/\\+=%#&\ufffd".indexOf(before) < 0;
        boolean endsFree = !Character.isLetterOrDigit(after) && "_@/\\+=%#&\ufffd".indexOf(after) < 0;
        boolean goesOn = (after == '-' || after == '.') && Character.isLetterOrDigit(charAt(end + 1));
        return startsFree && endsFree && !goesOn && !endsIpv6(start);
    }

    /** Returns true when the number ends an IPv6 literal such as {@code ::ffff:192.0.2.1}. */
    private boolean endsIpv6(int start) {
        if (charAt(start - 1) != ':') {
            return false;
        }
        int at = start - 2;
        while (at > start - 7 && Character.digit(charAt(at), 16) >= 0) {
            at--;
        }
        return charAt(at) == ':';
    }

    private boolean isWhole(int start, int end) {
        boolean restOfCut = charAt(start - 1) == '\n' && isDigit(start - 2);
        boolean cut = charAt(end) == '\n' && isDigit(end + 1);
        return !restOfCut && !cut;
    }

    private boolean isDigit(int at) {
        char c = charAt(at);
        return c >= '0' && c <= '9';
    }

    /** A space stands for what is before and after the text. */
    private char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }
}
