package io.github.ovhantispam.client.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text from outside: a server or a proxy that prints the request it got must not bring a key into
 * a log or an exception. Pieces of a secret count as the secret.
 */
final class SecretRedactor {

    private static final int PIECE = 8;
    private static final String MASK = "***";
    private static final Pattern SIGNATURE = Pattern.compile("\\$1\\$[0-9a-fA-F]{8,40}|[0-9a-fA-F]{40,}");

    private final List<String> permanent;
    private volatile List<String> tokens = List.of();

    SecretRedactor(Collection<String> secrets) {
        permanent = List.copyOf(secrets);
    }

    /** Adds a token; the one before it is kept, since requests with it may still be on their way. */
    synchronized void token(String token) {
        tokens = tokens.isEmpty() ? List.of(token) : List.of(token, tokens.get(0));
    }

    String redact(String text) {
        List<String> secrets = new ArrayList<>(permanent);
        secrets.addAll(tokens);
        Set<String> pieces = new HashSet<>();
        for (String secret : secrets) {
            for (int i = 0; i + PIECE <= secret.length(); i++) {
                pieces.add(secret.substring(i, i + PIECE));
            }
        }
        String redacted = withoutPieces(text, pieces);
        for (String secret : secrets) {
            if (secret.length() < PIECE) {
                redacted = redacted.replace(secret, MASK);
            }
        }
        return SIGNATURE.matcher(redacted).replaceAll(MASK);
    }

    private static String withoutPieces(String text, Set<String> pieces) {
        StringBuilder redacted = new StringBuilder(text.length());
        int kept = 0; // the text before this index is copied or masked
        for (int i = 0; i + PIECE <= text.length(); i++) {
            if (pieces.contains(text.substring(i, i + PIECE))) {
                if (i >= kept) {
                    redacted.append(text, kept, i).append(MASK);
                }
                kept = i + PIECE; // overlapping pieces extend one mask
            }
        }
        return redacted.append(text, kept, text.length()).toString();
    }
}
