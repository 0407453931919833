package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules about leaving a list. */
final class UnsubscribeRules {

    private static final Pattern TARGET = Pattern.compile("<\\s*(https?|mailto):[^<>]+>", Pattern.CASE_INSENSITIVE);
    private static final List<String> HEADERS = List.of("list-unsubscribe", "list-unsubscribe-post");

    private UnsubscribeRules() {}

    static List<AuditFinding> check(AuditedMail mail, AuthenticationRules authentication) {
        List<AuditFinding> findings = new ArrayList<>();
        String header = mail.header("list-unsubscribe").orElse("");
        boolean hasTarget = TARGET.matcher(header).find();
        if (hasTarget) {
            findings.add(Rule.UNSUBSCRIBE.pass("List-Unsubscribe: " + header));
        } else if (hasLink(mail)) {
            findings.add(Rule.UNSUBSCRIBE.pass("there is a link in the body"));
        } else {
            findings.add(Rule.UNSUBSCRIBE.finding(
                    mail.problem().isPresent() ? Verdict.UNKNOWN : Verdict.WARN,
                    "no List-Unsubscribe and no link in the body; a mail to many needs one"));
        }
        findings.add(oneClick(mail, header, authentication));
        return findings;
    }

    private static boolean hasLink(AuditedMail mail) {
        boolean inHtml = mail.page().select("a[href]").stream()
                .anyMatch(link -> ListWords.speaksOfUnsubscribing(link.text())
                        || ListWords.speaksOfUnsubscribing(link.attr("href")));
        return inHtml
                || (mail.plain().toLowerCase(Locale.ROOT).contains("http")
                        && ListWords.speaksOfUnsubscribing(mail.plain()));
    }

    private static AuditFinding oneClick(AuditedMail mail, String header, AuthenticationRules authentication) {
        boolean https = header.toLowerCase(Locale.ROOT).contains("<https:");
        boolean post = mail.header("list-unsubscribe-post")
                .filter(value -> value.equalsIgnoreCase("List-Unsubscribe=One-Click"))
                .isPresent();
        if (!https || !post) {
            return Rule.ONE_CLICK.warn("not offered; large providers ask it of a mail to many (List-Unsubscribe with"
                    + " https, and List-Unsubscribe-Post: List-Unsubscribe=One-Click)");
        }
        return authentication.covers(HEADERS)
                ? Rule.ONE_CLICK.pass("offered, and covered by DKIM")
                : Rule.ONE_CLICK.warn("offered, but no valid DKIM signature covers both headers; sign them");
    }
}
