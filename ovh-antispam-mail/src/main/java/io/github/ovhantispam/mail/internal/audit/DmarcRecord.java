package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.internal.dkim.TagList;
import java.util.Locale;

/**
 * A DMARC record.
 *
 * @param domain the domain that it stands at
 * @param tags its tags
 */
record DmarcRecord(String domain, TagList tags) {

    boolean isPublicSuffix() {
        return tags.get("psd", "u").equalsIgnoreCase("y");
    }

    boolean isOrganization() {
        return tags.get("psd", "u").equalsIgnoreCase("n");
    }

    /** Returns the policy for mail of the domain, or of one of its subdomains. */
    String policyFor(String author) {
        String policy = tags.get("p", "none");
        return (author.equals(domain) ? policy : tags.get("sp", policy)).toLowerCase(Locale.ROOT);
    }

    boolean isStrict(String tag) {
        return tags.get(tag, "r").equalsIgnoreCase("s");
    }
}
