package io.github.ovhantispam.client.internal.secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text from outside: a server or a proxy that prints the request it got must not bring a key into
 * a log or an exception. Pieces of a secret count as the secret.
 *
 * <p>A secret of fewer than eight characters, which only tests have, is taken out where it stands as a word of its own:
 * anywhere else it may be a part of any word, and messages would become unreadable.
 */
public final class SecretRedactor {

    private static final String MASK = "***";
    private static final int SHA_1_DIGITS = 40;
    private static final Pattern SIGNATURE = Pattern.compile("\\$1\\$[0-9a-fA-F]{8,40}|[0-9a-fA-F]{40,}");

    private final List<String> permanent;
    private List<String> tokens = List.of();
    private volatile Known known;

    public SecretRedactor(Collection<String> secrets) {
        permanent = List.copyOf(secrets);
        known = new Known(permanent);
    }

    /** All secrets of a moment. */
    private static final class Known {

        private final SecretPieces pieces;
        private final List<Pattern> tooShort;

        private Known(List<String> secrets) {
            pieces = new SecretPieces(secrets);
            tooShort = secrets.stream()
                    .filter(secret -> secret.length() < SecretPieces.LENGTH)
                    .map(secret -> Pattern.compile("(?<!\\w)" + Pattern.quote(secret) + "(?!\\w)"))
                    .toList();
        }
    }

    /** Adds a token; the one before it is kept, since requests with it may still be on their way. */
    public synchronized void token(String token) {
        tokens = tokens.isEmpty() ? List.of(token) : List.of(token, tokens.get(0));
        List<String> secrets = new ArrayList<>(permanent);
        secrets.addAll(tokens);
        known = new Known(secrets);
    }

    public String redact(String text) {
        Known secrets = known;
        String redacted = withoutPieces(text, secrets.pieces);
        for (Pattern secret : secrets.tooShort) {
            redacted = secret.matcher(redacted).replaceAll(MASK);
        }
        return mayHaveSignature(redacted) ? SIGNATURE.matcher(redacted).replaceAll(MASK) : redacted;
    }

    /** Returns false for most of what is redacted, the query id of each response, without a search by the pattern. */
    private static boolean mayHaveSignature(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHA_1_DIGITS; i++) {
            char c = text.charAt(i);
            digits = c < 128 && Character.digit(c, 16) >= 0 ? digits + 1 : 0;
        }
        return digits == SHA_1_DIGITS || text.contains("$1$");
    }

    private static String withoutPieces(String text, SecretPieces pieces) {
        StringBuilder redacted = new StringBuilder(0);
        int kept = 0; // the text before this index is copied or masked
        for (int i = 0; i + SecretPieces.LENGTH <= text.length(); i++) {
            if (pieces.isAt(text, i)) {
                if (i >= kept) {
                    redacted.append(text, kept, i).append(MASK);
                }
                kept = i + SecretPieces.LENGTH; // overlapping pieces extend one mask
            }
        }
        return kept == 0 ? text : redacted.append(text, kept, text.length()).toString();
    }
}
