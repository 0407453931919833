package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.report.ReportedTrace.Culprit;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A report as JSON lines, with everything that the page leaves out. The first line is the report itself, then come its
 * addresses, each followed by its statistics and their mails, then the blocks that were not read, then the culprits.
 */
public final class ReportJson {

    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Report report;
    private final Consumer<String> lines;

    private ReportJson(Report report, Consumer<String> lines) {
        this.report = report;
        this.lines = lines;
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param lines is given one line after the other, in ASCII and without an end of line
     */
    public static void write(Report report, Consumer<String> lines) {
        new ReportJson(report, lines).write();
    }

    private void write() {
        line(JsonLine.of("report")
                .put("address", report.subject().map(Object::toString))
                .put("readAt", time(report.readAt()))
                .put("zone", report.period().zone().getId())
                .put("days", report.period().days())
                .put("example", report.example())
                .put("complete", report.isComplete()));
        report.addresses().forEach(this::address);
        for (UnreadBlock block : report.unread()) {
            line(JsonLine.of("failure").put("block", block.block().toString()).put("message", block.reason()));
        }
        report.trace().ifPresent(this::trace);
    }

    private void address(ReportedAddress address) {
        SpamIp spamIp = address.spamIp();
        String ip = spamIp.ipSpamming().toString();
        line(JsonLine.of("address")
                .put("address", ip)
                .put("block", address.block().toString())
                .put("state", spamIp.state().value())
                .put("date", time(spamIp.date().toInstant()))
                .put("time", spamIp.time().toSeconds())
                .put("releasableAt", time(spamIp.releasableAt().toInstant()))
                .put("problem", address.problem()));
        for (SpamStats entry : address.statistics()) {
            JsonLine stats = JsonLine.of("stats")
                    .put("address", ip)
                    .put("date", time(entry.timestamp()))
                    .put("mails", entry.total())
                    .put("spams", entry.numberOfSpams());
            Long score = entry.averageSpamscore();
            line(score == null ? stats : stats.put("averageScore", score));
            entry.detectedSpams().forEach(mail -> mail(ip, mail));
        }
    }

    private void mail(String ip, SpamTarget mail) {
        line(JsonLine.of("mail")
                .put("address", ip)
                .put("date", time(mail.date()))
                .put("destination", mail.destinationIp().toString())
                .put("messageId", mail.messageId())
                .put("score", mail.spamscore())
                .put("origin", report.trace().flatMap(trace -> trace.origin(mail.messageId()))));
    }

    private void trace(ReportedTrace trace) {
        for (Culprit culprit : trace.culprits()) {
            line(JsonLine.of("culprit")
                    .put("name", culprit.name())
                    .put("mails", culprit.mails())
                    .put("unfinished", culprit.unfinished()));
        }
        line(JsonLine.of("trace").put("missing", trace.missing()).put("gaps", trace.gaps()));
    }

    private void line(JsonLine line) {
        lines.accept(line.toString());
    }

    private String time(Instant instant) {
        ZoneId zone = report.period().zone();
        try {
            return PRINTED.format(instant.atZone(zone));
        } catch (DateTimeException e) { // beyond what a local date can hold
            return PRINTED.format(instant.isAfter(report.readAt()) ? OffsetDateTime.MAX : OffsetDateTime.MIN);
        }
    }
}
