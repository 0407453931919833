package io.github.ovhantispam.cli.command.release;

import io.github.ovhantispam.cli.command.mail.InventedLog;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.mail.Culprit;
import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.mail.MailTrace;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that ask for the culprits to be stopped before a release. */
final class ContainmentOptions {

    @Option(
            names = "--contained",
            description = "Search the log for the mails that the address was blocked for, and release it only when"
                    + " something was done about each who handed them in.")
    private boolean contained;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "A log for --contained; may be repeated. Default: the usual places of this machine.")
    private List<Path> logs = new ArrayList<>();

    @Option(
            names = "--handled",
            paramLabel = "WHO=MEASURE",
            description = "What was done about one of them, such as \"SASL user bob=password changed\"; may be"
                    + " repeated. A terminal asks for those that are not given.")
    private List<String> handled = new ArrayList<>();

    @Option(
            names = "--accept-gaps",
            paramLabel = "REASON",
            description = "Why to go on when not all mails are in the log.")
    private @Nullable String accepted;

    /** Refuses options that go with one that is missing. */
    void validate() {
        if (!contained && !(logs.isEmpty() && handled.isEmpty() && accepted == null)) {
            throw CommandFailure.of(ExitCode.USAGE, "--log, --handled and --accept-gaps go with --contained");
        }
    }

    /**
     * Adds to a precaution that the culprits are stopped, if that was asked for. Reads the statistics of the address
     * and the log now, and not again later.
     *
     * @throws CommandFailure when one of them is not
     */
    Precaution add(Precaution other, SpamIpResource resource, Session session, ZoneId zone, boolean emulated) {
        if (!contained) {
            return other;
        }
        MailTrace trace = log(session, zone, emulated).traceStats(resource.stats());
        trace.notes().forEach(note -> session.console().note("Note: " + Printable.of(note)));
        for (Culprit culprit : trace.culprits()) {
            trace = trace.handled(culprit, measure(culprit, session));
        }
        if (accepted != null) {
            trace = trace.accepting(accepted);
        } else {
            checkWhole(trace);
        }
        return trace.contained().and(other);
    }

    private MailLog log(Session session, ZoneId zone, boolean emulated) {
        if (!logs.isEmpty()) {
            return MailLog.of(logs).zone(zone);
        }
        if (emulated) {
            session.console().note("(emulator: an invented log; give yours by --log)");
            return InventedLog.open();
        }
        return MailLog.detect().zone(zone);
    }

    private String measure(Culprit culprit, Session session) {
        String who = culprit.origin().toString();
        Optional<String> given = handled.stream()
                .filter(text -> text.startsWith(who + "="))
                .map(text -> text.substring(who.length() + 1).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
        String asked = "What did you do about " + Printable.of(culprit.toString()) + "? ";
        return given.or(() -> session.terminal().ask(asked).map(String::strip).filter(text -> !text.isEmpty()))
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.PRECAUTION,
                        "not contained: " + culprit + "; stop it, then say what you did with --handled \"" + who
                                + "=...\"; nothing was sent"));
    }

    private static void checkWhole(MailTrace trace) {
        String gap = null;
        if (!trace.missing().isEmpty()) {
            gap = trace.missing().size() + " of the mails are not in the log, such as "
                    + trace.missing().get(0);
        } else if (!trace.incomplete().isEmpty()) {
            gap = trace.incomplete().get(0).toString();
        } else if (trace.mails().isEmpty()) {
            gap = "no mail was found in the log";
        }
        if (gap != null) {
            throw CommandFailure.of(
                    ExitCode.PRECAUTION,
                    "not contained: " + gap + "; give more --log, or say why to go on with --accept-gaps; nothing was"
                            + " sent");
        }
    }
}
