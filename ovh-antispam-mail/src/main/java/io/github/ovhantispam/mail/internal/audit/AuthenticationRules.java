package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.SpfResult;
import io.github.ovhantispam.mail.internal.dkim.DkimVerifier;
import io.github.ovhantispam.mail.internal.dkim.SignatureCheck;
import io.github.ovhantispam.mail.internal.dkim.SignatureCheck.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules about DKIM and DMARC. */
final class AuthenticationRules {

    private final AuditInput input;
    private final Optional<SpfResult> spf;
    private final List<SignatureCheck> signatures;
    private final List<AuditFinding> findings = new ArrayList<>();

    private AuthenticationRules(AuditInput input, Optional<SpfResult> spf, List<SignatureCheck> signatures) {
        this.input = input;
        this.spf = spf;
        this.signatures = signatures;
    }

    static AuthenticationRules check(AuditInput input, AuditedMail mail, Optional<SpfResult> spf) {
        AuthenticationRules rules = new AuthenticationRules(
                input, spf, new DkimVerifier(input.dns().get(), input.now()).verify(mail.raw()));
        rules.dkim(mail.raw().fields("dkim-signature").size());
        rules.strength();
        input.authorDomain()
                .ifPresentOrElse(
                        rules::dmarc,
                        () -> rules.findings.add(
                                Rule.DMARC.fail("there is no single author whose domain could have one")));
        return rules;
    }

    List<AuditFinding> findings() {
        return findings;
    }

    /** Returns true when one valid signature covers all of these headers. */
    boolean covers(List<String> headers) {
        return passed().anyMatch(check -> check.signedFields().containsAll(headers));
    }

    private Stream<SignatureCheck> passed() {
        return signatures.stream().filter(check -> check.status() == Status.PASS);
    }

    private void dkim(int count) {
        if (count == 0) {
            findings.add(Rule.DKIM.fail("the mail is not signed; sign it with a key of its author's domain"));
            return;
        }
        if (count > DkimVerifier.MOST_SIGNATURES) {
            findings.add(Rule.DKIM.warn(
                    "the mail has " + count + " signatures; " + DkimVerifier.MOST_SIGNATURES + " were checked"));
        }
        Optional<SignatureCheck> pass = passed().findFirst();
        if (pass.isPresent()) {
            findings.add(Rule.DKIM.pass("a signature of " + pass.get().domain() + " is valid"));
            return;
        }
        SignatureCheck first = signatures.get(0);
        Optional<SignatureCheck> unknown = signatures.stream()
                .filter(check -> check.status() == Status.UNKNOWN)
                .findFirst();
        findings.add(unknown.map(check -> Rule.DKIM.unknown("DNS failed: " + check.reason()))
                .orElseGet(
                        () -> Rule.DKIM.fail("the signature of " + named(first) + " is not valid: " + first.reason())));
    }

    private static String named(SignatureCheck check) {
        return check.domain().isEmpty() ? "no domain" : check.domain();
    }

    private void strength() {
        List<String> weaknesses = passed().flatMap(
                        check -> check.weaknesses().stream().map(weakness -> check.domain() + ": " + weakness))
                .toList();
        boolean strong = passed().anyMatch(check -> check.weaknesses().isEmpty());
        if (strong && weaknesses.isEmpty()) {
            findings.add(Rule.DKIM_STRENGTH.pass("the key and the signature are strong"));
        } else if (!weaknesses.isEmpty()) {
            findings.add(Rule.DKIM_STRENGTH.warn(String.join("; ", weaknesses)));
        }
    }

    private void dmarc(String author) {
        DmarcWalk walk = DmarcWalk.from(author, input.dns().get());
        if (walk.trouble().isPresent()) {
            findings.add(Rule.DMARC.unknown("DNS failed: " + walk.trouble().get()));
            findings.add(
                    Rule.DMARC_ALIGNMENT.unknown("DNS failed: " + walk.trouble().get()));
            return;
        }
        Optional<DmarcRecord> record = walk.record();
        findings.add(record.map(known -> policy(known, author))
                .orElseGet(() -> Rule.DMARC.fail(
                        "there is no record for " + author + "; publish one at _dmarc." + walk.organization())));
        alignment(author, walk, record);
    }

    private static AuditFinding policy(DmarcRecord record, String author) {
        String policy = record.policyFor(author);
        String evidence = "the policy for " + author + " is " + policy + ", at _dmarc." + record.domain();
        return policy.equals("none")
                ? Rule.DMARC.warn(evidence + "; it asks receivers for nothing")
                : Rule.DMARC.pass(evidence);
    }

    private void alignment(String author, DmarcWalk walk, Optional<DmarcRecord> record) {
        boolean strictDkim = record.filter(known -> known.isStrict("adkim")).isPresent();
        boolean strictSpf = record.filter(known -> known.isStrict("aspf")).isPresent();
        List<String> trouble = new ArrayList<>();
        Optional<String> signer = passed().map(SignatureCheck::domain)
                .filter(domain -> aligned(domain, author, walk, strictDkim, trouble))
                .findFirst();
        if (passed().findAny().isPresent()) {
            findings.add(
                    signer.isPresent()
                            ? Rule.DKIM_ALIGNMENT.pass(signer.get() + " signs for " + author)
                            : troubled(
                                    Rule.DKIM_ALIGNMENT, trouble, "no valid signature is of the domain of " + author));
        }
        boolean sender = spf.filter(SpfResult.PASS::equals).isPresent()
                && input.senderDomain()
                        .filter(domain -> aligned(domain, author, walk, strictSpf, trouble))
                        .isPresent();
        if (signer.isPresent() || sender) {
            findings.add(Rule.DMARC_ALIGNMENT.pass((signer.isPresent() ? "DKIM" : "SPF") + " speaks for " + author));
        } else if (signatures.stream().anyMatch(check -> check.status() == Status.UNKNOWN)
                || spf.isEmpty()
                || spf.filter(SpfResult.TEMPERROR::equals).isPresent()) {
            findings.add(Rule.DMARC_ALIGNMENT.unknown("neither DKIM nor SPF could be settled for " + author));
        } else {
            findings.add(troubled(Rule.DMARC_ALIGNMENT, trouble, "neither DKIM nor SPF speaks for " + author));
        }
    }

    private static AuditFinding troubled(Rule rule, List<String> trouble, String failure) {
        return trouble.isEmpty() ? rule.fail(failure) : rule.unknown("DNS failed: " + trouble.get(0));
    }

    private boolean aligned(String domain, String author, DmarcWalk walk, boolean strict, List<String> trouble) {
        if (strict || domain.equals(author)) {
            return domain.equals(author);
        }
        DmarcWalk other = DmarcWalk.from(domain, input.dns().get());
        other.trouble().ifPresent(trouble::add);
        return other.trouble().isEmpty() && other.organization().equals(walk.organization());
    }
}
