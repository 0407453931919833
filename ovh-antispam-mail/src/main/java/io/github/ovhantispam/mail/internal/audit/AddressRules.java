package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.internal.dns.DnsAnswer;
import io.github.ovhantispam.mail.internal.dns.DnsClient;
import io.github.ovhantispam.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules about the sending address: its names, and the block that it is in. */
final class AddressRules {

    /** More names than this are not looked up. */
    private static final int MOST_NAMES = 10;

    private static final Pattern GENERIC = Pattern.compile(
            "(?:(?:ip|vps|ns|static|dynamic|dyn|host|pool|dsl|adsl|client|dhcp|ppp)-?[0-9a-f]{1,12}\\b.*)"
                    + "|(?:.*\\.ip-[0-9-]{5,20}\\..*)|(?:(?:ip|static|dynamic|dyn|pool|host|client|dhcp|ppp)[.-].*[0-9].*)");

    private AddressRules() {}

    static List<AuditFinding> check(AuditInput input, IpAddress address) {
        List<AuditFinding> findings = new ArrayList<>();
        DnsClient dns = input.dns().get();
        DnsAnswer names = dns.namesOf(address);
        Optional<String> confirmed = confirmed(dns, address, names, findings);
        nameRule(confirmed, address, findings);
        input.helo().ifPresent(helo -> heloRule(helo, confirmed, names, findings));
        findings.add(Rule.DEDICATED_BLOCK.unknown(
                "DNS does not tell whether a block is for mail only; for a large volume, keep one apart"));
        findings.add(Rule.ABUSE_CONTACT.unknown(
                "not looked up; give the block an abuse address in the control panel, to receive complaints"));
        return findings;
    }

    private static Optional<String> confirmed(
            DnsClient dns, IpAddress address, DnsAnswer names, List<AuditFinding> findings) {
        if (names.hasFailed()) {
            findings.add(Rule.FCRDNS.unknown("DNS failed: " + names.trouble()));
            return Optional.empty();
        }
        if (names.records().isEmpty()) {
            findings.add(Rule.FCRDNS.fail(address + " has no reverse name; " + repair(address)));
            return Optional.empty();
        }
        String trouble = "";
        for (String name : names.records().stream().limit(MOST_NAMES).toList()) {
            DnsAnswer addresses = dns.addressesOf(name, address.isIpv4());
            if (addresses.records().contains(address.toString())) {
                findings.add(Rule.FCRDNS.pass(address + " is " + name + ", and " + name + " is " + address));
                return Optional.of(name);
            }
            trouble = addresses.hasFailed() ? addresses.trouble() : trouble;
        }
        if (trouble.isEmpty()) {
            findings.add(Rule.FCRDNS.fail("the name " + names.records().get(0) + " of " + address
                    + " does not lead back to it; " + repair(address)));
        } else {
            findings.add(Rule.FCRDNS.unknown("DNS failed: " + trouble));
        }
        return Optional.empty();
    }

    private static String repair(IpAddress address) {
        return "point a name to it, then set that name with reverse() on its block (POST /ip/{ip}/reverse, ipReverse "
                + address + ")";
    }

    private static void nameRule(Optional<String> confirmed, IpAddress address, List<AuditFinding> findings) {
        confirmed.ifPresent(name -> findings.add(
                isGeneric(name, address)
                        ? Rule.REVERSE_NAME.warn(
                                name + " looks like a name given by the network; set one of yours with reverse()")
                        : Rule.REVERSE_NAME.pass(name + " is a name of its own")));
    }

    private static boolean isGeneric(String name, IpAddress address) {
        String numbers = address.toString().replace('.', '-').replace(':', '-');
        return name.contains(numbers) || GENERIC.matcher(name).matches();
    }

    private static void heloRule(
            String helo, Optional<String> confirmed, DnsAnswer names, List<AuditFinding> findings) {
        String name = helo.toLowerCase(Locale.ROOT);
        if (confirmed.filter(name::equals).isPresent() || names.records().contains(name)) {
            findings.add(Rule.HELO.pass("the server calls itself " + name + ", as DNS does"));
        } else if (names.hasFailed()) {
            findings.add(Rule.HELO.unknown("DNS failed: " + names.trouble()));
        } else {
            findings.add(Rule.HELO.warn("the server calls itself " + name + ", but its reverse name is "
                    + (names.records().isEmpty() ? "missing" : names.records().get(0))));
        }
    }
}
