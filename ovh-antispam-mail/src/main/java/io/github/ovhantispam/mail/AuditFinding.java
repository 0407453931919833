package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;

/**
 * The result of one rule of an audit.
 *
 * @param rule the identifier of the rule, such as {@code spf}
 * @param verdict the verdict
 * @param evidence one printable line: the fact, and what to do about it
 * @param guideSection the section of the vendor's guide that the rule is from, in English
 * @param rfc the RFC that defines it, such as {@code RFC 7208}, or empty
 */
public record AuditFinding(String rule, Verdict verdict, String evidence, String guideSection, String rfc) {

    /**
     * Creates a finding, whose evidence is made printable: at most 300 characters, without control characters.
     *
     * @param rule the identifier of the rule
     * @param verdict the verdict
     * @param evidence the fact, and what to do about it
     * @param guideSection a section of the vendor's guide
     * @param rfc an RFC, or empty
     */
    public AuditFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(verdict, "verdict");
        evidence = PrintableText.of(evidence);
        Objects.requireNonNull(guideSection, "guideSection");
        Objects.requireNonNull(rfc, "rfc");
    }

    /** Returns one line: verdict, rule and evidence. */
    @Override
    public String toString() {
        return verdict + " " + rule + ": " + evidence + (rfc.isEmpty() ? "" : " (" + rfc + ")");
    }
}
