package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.SpfResult;
import io.github.ovhantispam.mail.internal.dns.DnsAnswer;
import io.github.ovhantispam.mail.internal.dns.SpfCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules about SPF: the result for the address, and the record itself. */
final class SpfRules {

    private final List<AuditFinding> findings = new ArrayList<>();
    private Optional<SpfResult> result = Optional.empty();

    private SpfRules() {}

    static SpfRules check(AuditInput input) {
        SpfRules rules = new SpfRules();
        rules.result(input);
        input.senderDomain().ifPresent(domain -> rules.record(input, domain));
        return rules;
    }

    List<AuditFinding> findings() {
        return findings;
    }

    /** The result of the check, or empty when there was nothing to check. */
    Optional<SpfResult> result() {
        return result;
    }

    private void result(AuditInput input) {
        if (input.address().isEmpty()) {
            findings.add(Rule.SPF.unknown("not checked: give the address that sends"));
            return;
        }
        if (input.sender().isEmpty() && input.helo().isEmpty()) {
            findings.add(Rule.SPF.unknown("not checked: give the envelope sender, or a mail"));
            return;
        }
        String sender = input.sender().orElse("");
        SpfCheck check = SpfCheck.of(
                input.dns().get(), input.address().get(), input.helo().orElse(""), sender);
        result = Optional.of(check.result());
        String subject = input.address().get() + " for " + input.senderDomain().orElse("no domain");
        String reason = check.reason().isEmpty() ? "" : ": " + check.reason();
        findings.add(
                switch (check.result()) {
                    case PASS -> Rule.SPF.pass("pass: " + subject);
                    case FAIL -> Rule.SPF.fail("fail: " + subject + "; add the address to the domain's record");
                    case SOFTFAIL -> Rule.SPF.fail("softfail: " + subject + "; add the address to the domain's record");
                    case NEUTRAL -> Rule.SPF.warn("neutral: " + subject + "; let the domain's record name the address");
                    case NONE -> Rule.SPF.fail("none: " + subject + "; publish a record v=spf1");
                    case TEMPERROR -> Rule.SPF.unknown("temperror: " + subject + reason + "; run the audit again");
                    case PERMERROR -> Rule.SPF.fail("permerror: " + subject + reason + "; correct the record");
                });
    }

    private void record(AuditInput input, String domain) {
        DnsAnswer texts = input.dns().get().texts(domain);
        if (texts.hasFailed()) {
            findings.add(Rule.SPF_RECORD.unknown("DNS failed: " + texts.trouble()));
            return;
        }
        if (texts.records().stream().anyMatch(SpfRules::isSenderId)) {
            findings.add(Rule.SENDER_ID.pass("a record spf2.0 exists; receivers no longer read it (for information)"));
        } else {
            findings.add(Rule.SENDER_ID.pass("not needed: SPF has replaced it (for information)"));
        }
        List<String> records = texts.records().stream().filter(SpfRules::isSpf).toList();
        if (records.isEmpty()) {
            findings.add(Rule.SPF_RECORD.fail(domain + " has no record v=spf1"));
        } else if (records.size() > 1) {
            findings.add(Rule.SPF_RECORD.fail(domain + " has " + records.size() + " records v=spf1; keep one"));
        } else {
            findings.add(terms(domain, records.get(0)));
        }
    }

    private static AuditFinding terms(String domain, String record) {
        List<String> terms = List.of(record.toLowerCase(Locale.ROOT).split(" +"));
        if (terms.contains("+all") || terms.contains("all")) {
            return Rule.SPF_RECORD.fail(domain + " lets the whole world send: " + record);
        }
        if (terms.stream().anyMatch(term -> term.matches("[+?~-]?ptr(?::.*)?"))) {
            return Rule.SPF_RECORD.warn(domain + " uses ptr, which should not be used: " + record);
        }
        boolean ends = terms.stream().anyMatch(term -> term.matches("[?~-]all") || term.startsWith("redirect="));
        if (!ends) {
            return Rule.SPF_RECORD.warn(
                    domain + " says nothing of other addresses; end the record with ~all or -all: " + record);
        }
        return Rule.SPF_RECORD.pass(domain + ": " + record);
    }

    private static boolean isSpf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("v=spf1") || lower.startsWith("v=spf1 ");
    }

    private static boolean isSenderId(String text) {
        return text.regionMatches(true, 0, "spf2.0/", 0, 7);
    }
}
