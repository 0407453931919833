package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.Verdict;

/** A rule of the audit, with its place in the vendor's guide and the RFC behind it. */
enum Rule {
    DEDICATED_BLOCK("dedicated-block", Section.VOLUME, ""),
    ABUSE_CONTACT("abuse-contact", Section.VOLUME, ""),
    FCRDNS("fcrdns", Section.AUTHENTICATION, "RFC 1912, section 2.1"),
    REVERSE_NAME("reverse-name", Section.VOLUME, ""),
    HELO("helo", Section.AUTHENTICATION, "RFC 5321, section 4.1.1.1"),
    SPF("spf", Section.AUTHENTICATION, "RFC 7208"),
    SPF_RECORD("spf-record", Section.AUTHENTICATION, "RFC 7208"),
    SENDER_ID("sender-id", Section.AUTHENTICATION, "RFC 4406"),
    DKIM("dkim", Section.AUTHENTICATION, "RFC 6376"),
    DKIM_STRENGTH("dkim-strength", Section.AUTHENTICATION, "RFC 8301"),
    DKIM_ALIGNMENT("dkim-alignment", Section.AUTHENTICATION, "RFC 9989"),
    DMARC("dmarc", Section.GMAIL, "RFC 9989"),
    DMARC_ALIGNMENT("dmarc-alignment", Section.GMAIL, "RFC 9989"),
    STRUCTURE("structure", Section.RFCS, "RFC 5322"),
    FROM("from", Section.CONTENT, "RFC 5322, section 3.6.2"),
    SUBJECT("subject", Section.CONTENT, "RFC 5322, section 3.6.5"),
    SHOUTING("shouting", Section.CONTENT, ""),
    DATE("date", Section.RFCS, "RFC 5322, section 3.6.1"),
    MESSAGE_ID("message-id", Section.RFCS, "RFC 5322, section 3.6.4"),
    UNSUBSCRIBE("unsubscribe", Section.CONTENT, "RFC 2369, section 3.2"),
    ONE_CLICK("one-click", Section.CONTENT, "RFC 8058"),
    TEXT_IMAGE("text-image", Section.CONTENT, ""),
    TEXT_LINK("text-link", Section.CONTENT, ""),
    SCRIPT("script", Section.CONTENT, ""),
    WORDS("words", Section.CONTENT, ""),
    SIZE("size", Section.CONTENT, ""),
    FEEDBACK_LOOP("feedback-loop", Section.FEEDBACK, "");

    private final String id;
    private final String section;
    private final String rfc;

    Rule(String id, String section, String rfc) {
        this.id = id;
        this.section = section;
        this.rfc = rfc;
    }

    AuditFinding pass(String evidence) {
        return finding(Verdict.PASS, evidence);
    }

    AuditFinding warn(String evidence) {
        return finding(Verdict.WARN, evidence);
    }

    AuditFinding fail(String evidence) {
        return finding(Verdict.FAIL, evidence);
    }

    AuditFinding unknown(String evidence) {
        return finding(Verdict.UNKNOWN, evidence);
    }

    AuditFinding finding(Verdict verdict, String evidence) {
        return new AuditFinding(id, verdict, evidence, section, rfc);
    }

    /** The headings of the vendor's guide, in English. */
    private static final class Section {
        private static final String VOLUME = "Sending volume";
        private static final String CONTENT = "Content of your email";
        private static final String FEEDBACK = "FBL (Feedback Loop)";
        private static final String AUTHENTICATION = "Authentication";
        private static final String GMAIL = "To a Gmail server";
        private static final String RFCS = "RFC";
    }
}
