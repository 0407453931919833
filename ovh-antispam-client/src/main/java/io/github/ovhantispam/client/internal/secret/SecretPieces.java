package io.github.ovhantispam.client.internal.secret;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A search for pieces of some secrets in a text. Immutable, and made once: every response is searched, since its query
 * id goes to the log and the listener.
 */
final class SecretPieces {

    /** Shorter pieces give nothing away, and too much would be masked. */
    static final int LENGTH = 8;

    private final Set<String> pieces = new HashSet<>();

    /** By two characters, so that no string is made of a place where no piece can begin. */
    private final BitSet beginnings = new BitSet();

    SecretPieces(List<String> secrets) {
        for (String secret : secrets) {
            for (int i = 0; i + LENGTH <= secret.length(); i++) {
                pieces.add(secret.substring(i, i + LENGTH));
                beginnings.set(beginning(secret, i));
            }
        }
    }

    private static int beginning(String text, int index) {
        return (text.charAt(index) * 31 + text.charAt(index + 1)) & 0xfff;
    }

    /** Returns true when a piece begins at an index after which there is room for one. */
    boolean isAt(String text, int index) {
        return beginnings.get(beginning(text, index)) && pieces.contains(text.substring(index, index + LENGTH));
    }
}
