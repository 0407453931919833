package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.model.IpBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a consumer key.
 *
 * @param rules the only calls it may make
 * @param allowedIps the only addresses it may be used from; null for every address
 */
public record CredentialScope(
        List<AccessRule> rules, @Nullable List<IpBlock> allowedIps) {

    private static final int BYTES_OF_ONE = 200; // an object, its texts and its place in a list, on a 64-bit JVM

    /** Copies the lists. */
    public CredentialScope {
        rules = List.copyOf(rules);
        allowedIps = allowedIps == null ? null : List.copyOf(allowedIps);
    }

    /** Returns a scope that is used from anywhere. */
    public static CredentialScope of(List<AccessRule> rules) {
        return new CredentialScope(rules, null);
    }

    /** Roughly what a credential with this scope takes of the memory. */
    public long bytes() {
        long bytes = 10L * BYTES_OF_ONE;
        for (AccessRule rule : rules) {
            bytes += BYTES_OF_ONE + 8L * rule.path().length(); // twice, and the pattern may be three times as long
        }
        return bytes + (allowedIps == null ? 0 : (long) allowedIps.size() * BYTES_OF_ONE);
    }
}
