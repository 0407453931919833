package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.mail.internal.log.TraceFindings;
import io.github.ovhantispam.model.internal.PrintableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The mails that were found in a log, who handed them in, and what could not be found out.
 *
 * <p>Immutable: {@link #handled} and {@link #accepting} return another trace that knows what the operator has said.
 */
public final class MailTrace {

    private final TraceFindings findings;
    private final List<Culprit> culprits;
    private final Map<Origin, String> handled;
    private final Optional<String> accepted;

    MailTrace(TraceFindings findings) {
        this(findings, rank(findings.mails()), Map.of(), Optional.empty());
    }

    private MailTrace(
            TraceFindings findings, List<Culprit> culprits, Map<Origin, String> handled, Optional<String> accepted) {
        this.findings = findings;
        this.culprits = culprits;
        this.handled = handled;
        this.accepted = accepted;
    }

    MailTrace withGaps(List<TraceGap> more) {
        List<TraceGap> gaps = new ArrayList<>(findings.gaps());
        gaps.addAll(more);
        return new MailTrace(new TraceFindings(findings.mails(), findings.missing(), gaps, findings.notes()));
    }

    /**
     * Returns the mails that were found.
     *
     * @return one entry for each Message-ID or delivery that stands in the logs, by time
     */
    public List<TracedMail> mails() {
        return findings.mails();
    }

    /**
     * Returns who handed the mails in. Mails of unknown origin are left out; {@link #incomplete()} names them.
     *
     * @return the culprits, the one with the most mails first
     */
    public List<Culprit> culprits() {
        return culprits;
    }

    /**
     * Returns the Message-IDs that stand nowhere in these logs.
     *
     * @return in the order in which they were asked for
     */
    public List<MessageId> missing() {
        return findings.missing();
    }

    /**
     * Returns what could not be found out, and why.
     *
     * @return empty when each mail that was found has its origin and all sources were read to their ends
     */
    public List<TraceGap> incomplete() {
        return findings.gaps();
    }

    /**
     * Returns what was assumed on the way, such as the year and the zone of times that have none.
     *
     * @return printable lines
     */
    public List<String> notes() {
        return findings.notes();
    }

    /**
     * Records that a culprit cannot send any more.
     *
     * @param culprit one of {@link #culprits()}
     * @param measure what was done, such as {@code password changed}
     * @return a trace that knows it
     * @throws IllegalArgumentException when it is not a culprit of this trace, or the measure is blank
     */
    public MailTrace handled(Culprit culprit, String measure) {
        if (!culprits.contains(culprit)) {
            throw new IllegalArgumentException("not a culprit of this trace: " + culprit);
        }
        Map<Origin, String> more = new LinkedHashMap<>(handled);
        more.put(culprit.origin(), said(measure));
        return new MailTrace(findings, culprits, Map.copyOf(more), accepted);
    }

    /**
     * Records that the operator knows what is {@link #missing()} and {@link #incomplete()}, and goes on all the same.
     *
     * @param reason why, such as {@code that server was taken off the network}
     * @return a trace that knows it
     * @throws IllegalArgumentException when the reason is blank
     */
    public MailTrace accepting(String reason) {
        return new MailTrace(findings, culprits, handled, Optional.of(said(reason)));
    }

    private static String said(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("say in a few words what was done");
        }
        return PrintableText.of(text);
    }

    /**
     * Returns the precaution that each culprit was {@linkplain #handled handled}, since spam that goes on earns the
     * next block. It refuses as well when mails or their origins were not found, unless that was {@linkplain #accepting
     * accepted}.
     *
     * @return a precaution that speaks of this trace as it is now; it reads no log
     */
    public Precaution contained() {
        return ip -> objection().ifPresent(objection -> {
            throw new PrecautionException(objection);
        });
    }

    private Optional<String> objection() {
        for (Culprit culprit : culprits) {
            if (!handled.containsKey(culprit.origin())) {
                return Optional.of("not contained: " + culprit + "; stop it, then say so with handled(..)");
            }
        }
        if (accepted.isPresent()) {
            return Optional.empty();
        }
        if (!missing().isEmpty()) {
            return Optional.of(
                    "not contained: " + missing().size() + " of the Message-IDs are not in these logs, such as "
                            + missing().get(0) + "; read more logs, or say why to go on with accepting(..)");
        }
        if (!incomplete().isEmpty()) {
            return Optional.of("not contained: " + incomplete().get(0) + "; say why to go on with accepting(..)");
        }
        if (mails().isEmpty()) {
            return Optional.of("not contained: no mail was traced; say why to go on with accepting(..)");
        }
        return Optional.empty();
    }

    private static List<Culprit> rank(List<TracedMail> mails) {
        Map<Origin, List<TracedMail>> byOrigin = new LinkedHashMap<>();
        for (TracedMail mail : mails) {
            if (!(mail.origin() instanceof Origin.Unknown)) {
                byOrigin.computeIfAbsent(mail.origin(), origin -> new ArrayList<>())
                        .add(mail);
            }
        }
        List<Culprit> ranked = new ArrayList<>();
        byOrigin.forEach((origin, its) ->
                ranked.add(new Culprit(origin, its.size(), its.get(0).time(), last(its), (int)
                        its.stream().filter(mail -> !mail.finished()).count())));
        ranked.sort(Comparator.comparingInt(Culprit::mails).reversed());
        return List.copyOf(ranked);
    }

    private static Instant last(List<TracedMail> mails) {
        return Objects.requireNonNull(mails.get(mails.size() - 1)).time();
    }

    /** Returns a line for a person: how many were found, and the first culprit. */
    @Override
    public String toString() {
        String found = mails().size() + (mails().size() == 1 ? " mail" : " mails") + " found, "
                + missing().size() + " missing, " + incomplete().size() + " incomplete";
        return culprits.isEmpty() ? found : found + "; " + culprits.get(0);
    }
}
