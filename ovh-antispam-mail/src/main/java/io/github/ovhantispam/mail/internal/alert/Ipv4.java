package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.model.IpAddress;

/**
 * An IPv4 address in a text.
 *
 * @param start the index of its first character
 * @param end the index after its last
 * @param address the address
 * @param whole whether it cannot be the rest of a longer one that a line end has cut
 */
record Ipv4(int start, int end, IpAddress address, boolean whole) {

    /** Returns true when it is of the Internet: an address that could send mail to it. */
    boolean isPublic() {
        int first = octet(0);
        int second = octet(1);
        boolean local = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168);
        return !local;
    }

    private int octet(int index) {
        return address.toInetAddress().getAddress()[index] & 0xff;
    }
}
