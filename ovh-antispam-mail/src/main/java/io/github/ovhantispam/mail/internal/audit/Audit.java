package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.AuditReport;
import java.util.ArrayList;
import java.util.List;

/** The rules, in the order of the report. */
public final class Audit {

    private Audit() {}

    /**
     * Checks all rules that the input allows.
     *
     * @param input an address, a mail, or both
     * @return the report
     */
    public static AuditReport run(AuditInput input) {
        List<AuditFinding> findings = new ArrayList<>();
        input.address().ifPresent(address -> findings.addAll(AddressRules.check(input, address)));
        SpfRules spf = SpfRules.check(input);
        findings.addAll(spf.findings());
        input.mail().ifPresent(mail -> {
            AuthenticationRules authentication = AuthenticationRules.check(input, mail, spf.result());
            findings.addAll(authentication.findings());
            findings.addAll(HeaderRules.check(mail, input.now()));
            findings.addAll(UnsubscribeRules.check(mail, authentication));
            findings.addAll(BodyRules.check(mail));
        });
        findings.addAll(FeedbackRules.check(input));
        return new AuditReport(findings, spf.result());
    }
}
