package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.internal.dkim.TagList;
import io.github.ovhantispam.mail.internal.dns.DnsAnswer;
import io.github.ovhantispam.mail.internal.dns.DnsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The walk up the DNS tree that finds the organization of a domain (RFC 9989, section 4.10). */
final class DmarcWalk {

    private static final int MOST_QUERIES = 8;

    private final List<DmarcRecord> records = new ArrayList<>();
    private final String start;
    private Optional<String> trouble = Optional.empty();

    private DmarcWalk(String start) {
        this.start = start;
    }

    static DmarcWalk from(String domain, DnsClient dns) {
        DmarcWalk walk = new DmarcWalk(domain);
        List<String> labels = new ArrayList<>(List.of(domain.split("\\.")));
        for (int query = 0; query < MOST_QUERIES && !labels.isEmpty(); query++) {
            String name = String.join(".", labels);
            DnsAnswer answer = dns.texts("_dmarc." + name);
            if (answer.hasFailed()) {
                walk.trouble = Optional.of(answer.trouble());
                return walk;
            }
            Optional<DmarcRecord> found = record(name, answer.records());
            found.ifPresent(walk.records::add);
            boolean ends = found.filter(known -> known.isOrganization()
                            || (known.isPublicSuffix() && !known.domain().equals(domain)))
                    .isPresent();
            if (ends) {
                return walk;
            }
            int drop = labels.size() > MOST_QUERIES ? labels.size() - (MOST_QUERIES - 1) : 1;
            labels.subList(0, drop).clear();
        }
        return walk;
    }

    private static Optional<DmarcRecord> record(String name, List<String> texts) {
        List<TagList> valid = texts.stream()
                .filter(text -> text.startsWith("v=DMARC1"))
                .flatMap(text -> TagList.parse(text).stream())
                .filter(tags -> tags.first().equals("v") && tags.get("v", "").equals("DMARC1"))
                .toList();
        return valid.size() == 1 ? Optional.of(new DmarcRecord(name, valid.get(0))) : Optional.empty();
    }

    /** The failure of DNS that ended the walk, if any. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Returns the record that applies to the domain the walk started at. */
    Optional<DmarcRecord> record() {
        String organization = organization();
        return at(start)
                .or(() -> at(organization))
                .or(() -> records.stream().filter(DmarcRecord::isPublicSuffix).findFirst());
    }

    private Optional<DmarcRecord> at(String domain) {
        return records.stream().filter(known -> known.domain().equals(domain)).findFirst();
    }

    /** Returns the domain of the organization. */
    String organization() {
        for (DmarcRecord known : records) {
            if (known.isOrganization()) {
                return known.domain();
            }
            if (known.isPublicSuffix() && !known.domain().equals(start)) {
                return below(known.domain());
            }
        }
        return records.isEmpty() ? start : records.get(records.size() - 1).domain();
    }

    /** The name one label below a public suffix, on the way to the start. */
    private String below(String suffix) {
        String rest = start.substring(0, start.length() - suffix.length() - 1);
        return rest.substring(rest.lastIndexOf('.') + 1) + "." + suffix;
    }
}
