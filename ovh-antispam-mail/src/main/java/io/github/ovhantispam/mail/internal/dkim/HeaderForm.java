package io.github.ovhantispam.mail.internal.dkim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header fields that a signature covers, in one of the two canonical forms of RFC 6376, section 3.4. */
final class HeaderForm {

    private static final Pattern SPACE = Pattern.compile("[ \t]+");
    private static final Pattern SIGNATURE_VALUE = Pattern.compile("(^|[:;])([ \t\r\n]*b[ \t\r\n]*=)[^;]*");

    private HeaderForm() {}

    /** Returns the text that was signed: the named fields from the last to the first, then the signature itself. */
    static String of(RawMail mail, List<String> names, RawField signature, boolean relaxed) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> used = new HashMap<>();
        for (String name : names) {
            List<RawField> fields = mail.fields(name);
            int next = fields.size() - used.merge(name, 1, Integer::sum);
            if (next >= 0) {
                text.append(canonical(fields.get(next).text(), relaxed)).append("\r\n");
            }
        }
        int colon = signature.text().indexOf(':');
        String emptied = signature.text().substring(0, colon + 1)
                + SIGNATURE_VALUE.matcher(signature.text().substring(colon + 1)).replaceFirst("$1$2");
        return text.append(canonical(emptied, relaxed)).toString();
    }

    private static String canonical(String field, boolean relaxed) {
        if (!relaxed) {
            return field;
        }
        int colon = field.indexOf(':');
        String value =
                SPACE.matcher(field.substring(colon + 1).replace("\r\n", "")).replaceAll(" ");
        int start = value.startsWith(" ") ? 1 : 0;
        int end = value.endsWith(" ") ? value.length() - 1 : value.length();
        return field.substring(0, colon).strip().toLowerCase(Locale.ROOT)
                + ":"
                + value.substring(Math.min(start, end), end);
    }
}
