package io.github.ovhantispam.mail.internal.report;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The personal data that can be recognized in a text: mail addresses and IPv4 addresses. */
public final class PersonalData {

    private static final int MOST = 1000;

    private static final String LOCAL = "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]";
    private static final Pattern MAILBOX = Pattern.compile(
            "(?<!" + LOCAL + ")" + LOCAL + "{1,64}+@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,253}[\\p{L}\\p{N}])?");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 =
            Pattern.compile("(?<![0-9.])" + OCTET + "(?:\\." + OCTET + "){3}(?![0-9]|\\.[0-9])");

    private PersonalData() {}

    /**
     * Finds what can be recognized.
     *
     * @param text a text, hostile
     * @param known what is not a person's, such as the Message-IDs of a case
     * @return each once, printable, in the order of the text; mail addresses first
     */
    public static List<String> in(String text, Set<String> known) {
        return Stream.of(MAILBOX, IPV4)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .filter(found -> !known.contains(found))
                .map(PrintableText::of)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
