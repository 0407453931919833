package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.mail.MailTrace;
import io.github.ovhantispam.mail.TracedMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The mails that were found in the logs of the mail server, and who handed them in. All texts are from the logs, so
 * hostile.
 *
 * @param culprits who handed mails in, the one with the most first
 * @param origins who handed in which mail, by Message-ID
 * @param missing how many of the Message-IDs are not in the logs
 * @param gaps what could not be found out
 */
public record ReportedTrace(List<Culprit> culprits, Map<String, String> origins, int missing, List<String> gaps) {

    /** Copies the collections. */
    public ReportedTrace {
        culprits = List.copyOf(culprits);
        Map<String, String> bare = new HashMap<>();
        origins.forEach((messageId, origin) -> bare.put(bare(messageId), origin));
        origins = Map.copyOf(bare);
        gaps = List.copyOf(gaps);
    }

    /**
     * Takes what a report shows from a trace.
     *
     * @param trace the trace of the report's sampled mails
     * @return the culprits, the origin of each mail that has a Message-ID, and the gaps
     */
    public static ReportedTrace of(MailTrace trace) {
        Map<String, String> origins = new HashMap<>();
        for (TracedMail mail : trace.mails()) {
            String origin = mail.origin().toString();
            mail.messageId()
                    .ifPresent(id -> origins.merge(
                            id.value(), origin, (one, other) -> one.equals(other) ? one : one + ", " + other));
        }
        return new ReportedTrace(
                trace.culprits().stream()
                        .map(culprit -> new Culprit(culprit.origin().toString(), culprit.mails(), culprit.unfinished()))
                        .toList(),
                origins,
                trace.missing().size(),
                trace.incomplete().stream().map(Object::toString).toList());
    }

    /** Returns who handed in a mail, as its text; empty when the logs do not tell. */
    public Optional<String> origin(String messageId) {
        return Optional.ofNullable(origins.get(bare(messageId)));
    }

    /** Removes the angle brackets, which logs have and the API does not. */
    private static String bare(String messageId) {
        String trimmed = messageId.strip();
        return trimmed.length() > 2 && trimmed.startsWith("<") && trimmed.endsWith(">")
                ? trimmed.substring(1, trimmed.length() - 1)
                : trimmed;
    }

    /**
     * Somebody who handed mails in.
     *
     * @param name for example {@code SASL user shop@example.net}
     * @param mails how many of the traced mails
     * @param unfinished how many of them had not left the queue
     */
    public record Culprit(String name, int mails, int unfinished) {

        /** Checks the name. */
        public Culprit {
            Objects.requireNonNull(name, "name");
        }
    }
}
