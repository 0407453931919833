package io.github.ovhantispam.mail.internal.feedback;

import io.github.ovhantispam.mail.FeedbackLoop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A provider of the list, and the names by which it is known.
 *
 * @param loop its feedback loop
 * @param domains the domains of its mailboxes
 * @param hosts patterns of the names of its mail exchangers
 */
record Provider(FeedbackLoop loop, Set<String> domains, List<Pattern> hosts) {

    /** Creates a provider from the fields of its paragraph. */
    static Provider of(FeedbackLoop loop, Map<String, String> fields) {
        return new Provider(
                loop,
                Set.copyOf(words(fields, "domains")),
                words(fields, "hosts").stream().map(Provider::pattern).toList());
    }

    private static List<String> words(Map<String, String> fields, String name) {
        return Stream.of(fields.getOrDefault(name, "").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Pattern pattern(String glob) {
        String quoted = glob.replace(".", "\\.").replace("*", "[a-z0-9-]{1,63}");
        return Pattern.compile(glob.startsWith(".") ? "[a-z0-9.-]{1,253}" + quoted : quoted);
    }

    boolean hasDomain(String domain) {
        return domains.contains(domain);
    }

    boolean hasHost(String name) {
        return hosts.stream().anyMatch(host -> host.matcher(name).matches());
    }
}
