package io.github.ovhantispam.mail.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The mailboxes in the body of an address header (RFC 5322, section 3.4), without names and comments. */
final class Mailboxes {

    private Mailboxes() {}

    /** Returns each address as written, or the text that stands in its place. */
    static List<String> in(String header) {
        List<String> found = new ArrayList<>();
        StringBuilder outside = new StringBuilder();
        StringBuilder angle = new StringBuilder();
        boolean hasAngle = false;
        int comment = 0;
        boolean quoted = false;
        boolean inAngle = false;
        for (int at = 0; at <= header.length(); at++) {
            char c = at < header.length() ? header.charAt(at) : ',';
            boolean end = at == header.length();
            if (!end && c == '\\' && (quoted || comment > 0)) {
                at++;
            } else if (!end && c == '"' && comment == 0) {
                quoted = !quoted;
            } else if (!end && quoted) {
                if (inAngle) {
                    angle.append(c);
                }
            } else if (!end && c == '(') {
                comment++;
            } else if (!end && c == ')' && comment > 0) {
                comment--;
            } else if (!end && comment > 0) {
                // a comment names nobody
            } else if (c == '<') {
                inAngle = true;
                hasAngle = true;
            } else if (c == '>') {
                inAngle = false;
            } else if (end || (c == ',' && !inAngle)) {
                String address = (hasAngle ? angle : outside).toString().strip();
                if (!address.isEmpty() || hasAngle) {
                    found.add(address);
                }
                outside.setLength(0);
                angle.setLength(0);
                hasAngle = false;
                inAngle = false;
            } else {
                (inAngle ? angle : outside).append(c);
            }
        }
        return found;
    }

    /** Returns the domain of an address in lower case, or empty when the text is not an address. */
    static String domainOf(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        boolean plausible = at > 0
                && !domain.isEmpty()
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && domain.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return plausible ? domain : "";
    }
}
