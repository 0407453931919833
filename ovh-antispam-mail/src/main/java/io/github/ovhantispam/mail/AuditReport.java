package io.github.ovhantispam.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of an audit.
 *
 * @param findings one or more per rule, in the order of the checks
 * @param spf the result of SPF for the envelope sender, or for the HELO name if there is no sender; empty when no
 *     address was given, or neither of these
 */
public record AuditReport(List<AuditFinding> findings, Optional<SpfResult> spf) {

    /**
     * Creates a report; {@link SenderAudit} is how to get one.
     *
     * @param findings the findings, copied
     * @param spf the result of SPF, or empty
     */
    public AuditReport {
        findings = List.copyOf(findings);
        Objects.requireNonNull(spf, "spf");
    }

    /**
     * Returns the findings with a verdict.
     *
     * @param verdict the verdict
     * @return the findings, in order
     */
    public List<AuditFinding> findings(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
    }

    /**
     * Returns the first finding of a rule.
     *
     * @param rule the identifier of the rule
     * @return the finding, or empty when the rule was not checked
     */
    public Optional<AuditFinding> finding(String rule) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).findFirst();
    }

    /** Returns the findings, one per line. */
    @Override
    public String toString() {
        return findings.stream().map(AuditFinding::toString).collect(Collectors.joining("\n"));
    }
}
