package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.model.internal.PrintableText;
import org.jspecify.annotations.Nullable;

/** Text from outside made fit for messages: without secrets, and printable. */
record SafeText(SecretRedactor redactor) {

    String of(@Nullable String text) {
        return text == null ? "no more is known" : PrintableText.of(redactor.redact(text));
    }

    /** Returns true when the messages of an exception and its causes may be shown; some quote what the server sent. */
    boolean isSafe(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && !message.equals(of(message))) {
                return false;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (!isSafe(suppressed)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Joins what happened and what was found out since, of which either may be empty. */
    static String joined(String text, String more) {
        return text + (text.isEmpty() || more.isEmpty() ? "" : "; ") + more;
    }
}
