package io.github.ovhantispam.model;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads and prints address literals: dotted decimal, and the RFC 4291 forms with RFC 5952 as the printed one. */
final class IpLiteral {

    private static final int GROUPS = 8;
    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private IpLiteral() {}

    static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.indexOf(':') < 0) {
            OptionalLong ipv4 = ipv4(text);
            return ipv4.isPresent() ? Optional.of(IpAddress.ipv4(ipv4.getAsLong())) : Optional.empty();
        }
        return ipv6(text);
    }

    /** Reads it without taking it apart into strings: every address of every list is read here. */
    private static OptionalLong ipv4(String text) {
        long number = 0;
        int begin = 0;
        for (int part = 1; part <= 4; part++) {
            int dot = text.indexOf('.', begin);
            int end = dot < 0 ? text.length() : dot;
            int value = decimal(text, begin, end, 3);
            if (value < 0 || value > 255 || (part < 4) != (dot >= 0)) {
                return OptionalLong.empty();
            }
            number = number << 8 | value;
            begin = end + 1;
        }
        return OptionalLong.of(number);
    }

    private static Optional<IpAddress> ipv6(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            return groups(text, groups) == GROUPS ? Optional.of(toAddress(groups)) : Optional.empty();
        }
        int[] tail = new int[GROUPS];
        String left = text.substring(0, gap);
        String right = text.substring(gap + 2);
        // The embedded IPv4 form may only end an address, so it may not stand left of the gap.
        int before = left.indexOf('.') >= 0 ? -1 : groups(left, groups);
        int after = groups(right, tail);
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, groups, GROUPS - after, after);
        return Optional.of(toAddress(groups));
    }

    /** Reads groups separated by single colons, the last of them perhaps dotted decimal: their count, or -1. */
    private static int groups(String text, int[] into) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean embedded = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            if (count + (embedded ? 2 : 1) > GROUPS) {
                return -1;
            }
            if (embedded) {
                OptionalLong ipv4 = ipv4(parts[i]);
                if (ipv4.isEmpty()) {
                    return -1;
                }
                into[count++] = (int) (ipv4.getAsLong() >>> 16);
                into[count++] = (int) (ipv4.getAsLong() & 0xffff);
            } else {
                int group = number(parts[i], 0, parts[i].length(), 16, 4);
                if (group < 0) {
                    return -1;
                }
                into[count++] = group;
            }
        }
        return count;
    }

    private static IpAddress toAddress(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + GROUPS / 2];
        }
        return IpAddress.ipv6(high, low);
    }

    /**
     * Returns a decimal number of one to {@code most} ASCII digits, or -1. With a leading zero it is 8 to some programs
     * and 10 to others, so it is refused.
     */
    static int decimal(String text, int most) {
        return decimal(text, 0, text.length(), most);
    }

    private static int decimal(String text, int begin, int end, int most) {
        return end - begin > 1 && text.charAt(begin) == '0' ? -1 : number(text, begin, end, 10, most);
    }

    /**
     * Returns a number of one to {@code most} ASCII digits, or -1; {@code Integer.parseInt} would take signs and other
     * scripts.
     */
    private static int number(String text, int begin, int end, int radix, int most) {
        if (begin == end || end - begin > most) {
            return -1;
        }
        int number = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    static String printIpv4(long number) {
        StringBuilder text = new StringBuilder(15);
        text.append(number >>> 24).append('.').append(number >>> 16 & 0xff);
        text.append('.').append(number >>> 8 & 0xff).append('.').append(number & 0xff);
        return text.toString();
    }

    static String printIpv6(long high, long low) {
        // RFC 5952 section 5: the one prefix that is known to embed an IPv4 address is printed with it.
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + printIpv4(low & 0xffff_ffffL);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? high : low;
            groups[i] = (int) (half >>> (48 - i % 4 * 16) & 0xffff);
        }
        int gap = -1;
        int gapLength = 1; // a single zero group is not shortened
        for (int i = 0; i < GROUPS; i++) {
            int length = 0;
            while (i + length < GROUPS && groups[i + length] == 0) {
                length++;
            }
            if (length > gapLength) {
                gap = i;
                gapLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i += gapLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
