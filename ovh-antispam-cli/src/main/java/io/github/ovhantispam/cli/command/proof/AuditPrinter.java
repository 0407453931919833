package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Paragraph;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.Verdict;
import java.util.List;
import java.util.Locale;

/** The findings of an audit, for people and for programs. */
final class AuditPrinter {

    /** The order in which somebody wants to read them: what is broken comes first. */
    private static final List<Verdict> ORDER = List.of(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN, Verdict.PASS);

    private final Session session;

    AuditPrinter(Session session) {
        this.session = session;
    }

    void printLines(AuditReport report) {
        JsonLine audit = JsonLine.of("audit");
        for (Verdict verdict : ORDER) {
            audit.put(word(verdict), report.findings(verdict).size());
        }
        audit.put("spf", report.spf().map(result -> result.name().toLowerCase(Locale.ROOT)));
        session.console().line(audit.toString());
        for (AuditFinding finding : report.findings()) {
            session.console()
                    .line(JsonLine.of("finding")
                            .put("rule", finding.rule())
                            .put("verdict", word(finding.verdict()))
                            .put("evidence", finding.evidence())
                            .put("guideSection", finding.guideSection())
                            .put("rfc", finding.rfc())
                            .toString());
        }
    }

    void printText(AuditReport report) {
        int width = session.terminal().outputWidth();
        for (Verdict verdict : ORDER) {
            for (AuditFinding finding : report.findings(verdict)) {
                String source = finding.rfc().isEmpty() ? "" : " (" + finding.rfc() + ")";
                Paragraph.print(
                        session.console(),
                        width,
                        "%-9s".formatted(verdict),
                        finding.rule() + ": " + finding.evidence() + source);
            }
        }
    }

    /** Prints how many findings there are of each kind, and where the vendor writes about those that are broken. */
    void printSummary(AuditReport report) {
        session.console()
                .note(report.findings(Verdict.FAIL).size() + " failed, "
                        + report.findings(Verdict.WARN).size() + " to improve, "
                        + report.findings(Verdict.UNKNOWN).size() + " unknown, "
                        + report.findings(Verdict.PASS).size() + " passed.");
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
