package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.DestinationLoops;
import io.github.ovhantispam.mail.FeedbackLoop;
import io.github.ovhantispam.mail.internal.feedback.LoopFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule about feedback loops: which serve the destinations of the mail and of the alert's samples. */
final class FeedbackRules {

    private static final int MOST_DESTINATIONS = 10;

    private FeedbackRules() {}

    static List<AuditFinding> check(AuditInput input) {
        LoopFinder finder = new LoopFinder(input.dns().get());
        List<DestinationLoops> results = Stream.concat(
                        input.mail().stream()
                                .flatMap(FeedbackRules::domains)
                                .distinct()
                                .limit(MOST_DESTINATIONS)
                                .map(finder::ofDomain),
                        input.destinations().stream()
                                .distinct()
                                .limit(MOST_DESTINATIONS)
                                .map(finder::ofAddress))
                .toList();
        if (results.isEmpty()) {
            return List.of(
                    Rule.FEEDBACK_LOOP.unknown("not checked: give a mail that names its recipients, or the alert"));
        }
        List<AuditFinding> findings = new ArrayList<>();
        served(results).forEach((loop, destinations) -> findings.add(finding(loop, destinations)));
        Optional<String> trouble =
                results.stream().flatMap(result -> result.trouble().stream()).findFirst();
        trouble.ifPresent(failure -> findings.add(Rule.FEEDBACK_LOOP.unknown("DNS failed: " + failure)));
        if (findings.isEmpty()) {
            findings.add(Rule.FEEDBACK_LOOP.pass("no loop is known that serves " + names(results)));
        }
        return findings;
    }

    private static Stream<String> domains(AuditedMail mail) {
        return Stream.of("to", "cc")
                .flatMap(name -> mail.raw().fields(name).stream())
                .flatMap(field -> Mailboxes.in(field.value()).stream())
                .map(Mailboxes::domainOf)
                .filter(domain -> !domain.isEmpty());
    }

    private static Map<FeedbackLoop, List<DestinationLoops>> served(List<DestinationLoops> results) {
        Map<FeedbackLoop, List<DestinationLoops>> served = new LinkedHashMap<>();
        results.forEach(result -> result.loops()
                .forEach(loop ->
                        served.computeIfAbsent(loop, key -> new ArrayList<>()).add(result)));
        return served;
    }

    private static AuditFinding finding(FeedbackLoop loop, List<DestinationLoops> destinations) {
        return switch (loop.kind()) {
            case COMPLAINTS ->
                Rule.FEEDBACK_LOOP.warn(names(destinations)
                        + ": register to be told of complaints, unless you are registered: " + loop);
            case STATISTICS ->
                Rule.FEEDBACK_LOOP.warn(names(destinations)
                        + ": register to see the rate of complaints, unless you are registered: " + loop);
            case INFORMATION ->
                Rule.FEEDBACK_LOOP.pass(names(destinations) + ": no loop, but a page for senders: " + loop);
        };
    }

    private static String names(List<DestinationLoops> results) {
        return String.join(
                ", ", results.stream().map(DestinationLoops::destination).toList());
    }
}
