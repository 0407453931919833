package io.github.ovhantispam.client.internal.wire;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;

/**
 * The path of the two routes that most requests are for, below the endpoint. It is put together here, and not by
 * Retrofit, which searches a path by a regular expression for each of its parameters. A block and an address have no
 * character that a path cannot have, but for the slash of a block.
 */
public final class SpamPath {

    /** Room for the longest path, so that no builder has to grow. */
    private static final int LONGEST = 112;

    private SpamPath() {}

    /** Returns the path of the list of a block. */
    public static String of(IpBlock block) {
        return list(block).toString();
    }

    /** Returns the path of an address of a block. */
    public static String of(IpBlock block, IpAddress ip) {
        return list(block).append('/').append(ip).toString();
    }

    private static StringBuilder list(IpBlock block) {
        String text = block.toString();
        int slash = text.indexOf('/');
        StringBuilder path = new StringBuilder(LONGEST).append("ip/");
        if (slash < 0) {
            path.append(text);
        } else {
            path.append(text, 0, slash).append("%2F").append(text, slash + 1, text.length());
        }
        return path.append("/spam");
    }
}
