package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The mail servers that are installed. Each is asked for its version: a program of that name may be another's. */
public final class MailServerSearch {

    private final MailPrograms programs;

    /**
     * Creates the search.
     *
     * @param programs where to look
     */
    public MailServerSearch(MailPrograms programs) {
        this.programs = programs;
    }

    /**
     * Returns the only mail server.
     *
     * @return POSTFIX, EXIM, SENDMAIL or QMAIL
     * @throws MailCommandException when there is none, or more than one
     */
    public String only() {
        Map<String, Path> found = found();
        if (found.isEmpty()) {
            throw new MailCommandException(
                    "no mail server was found: " + programs.missing("postqueue, exim, sendmail or qmail-qstat"),
                    "",
                    OptionalInt.empty(),
                    "");
        }
        if (found.size() > 1) {
            throw new MailCommandException(
                    "there is more than one mail server: "
                            + found.entrySet().stream()
                                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                    .collect(Collectors.joining(", "))
                            + "; choose one, or check both with and(..)",
                    "",
                    OptionalInt.empty(),
                    "");
        }
        return found.keySet().iterator().next();
    }

    private Map<String, Path> found() {
        Map<String, Path> found = new LinkedHashMap<>();
        Optional<Path> postconf = programs.find("postconf");
        programs.find("postqueue")
                .filter(postqueue ->
                        postconf.isPresent() && says(postconf.get(), "[0-9]+\\.[0-9].*", "-h", "mail_version"))
                .ifPresent(postqueue -> found.put("POSTFIX", postqueue));
        EximQueue.program(programs)
                .filter(exim -> says(exim, "Exim version .*", "-bV"))
                .ifPresent(exim -> found.put("EXIM", exim));
        SendmailQueue.program(programs)
                .filter(sendmail -> says(
                        sendmail,
                        "\t\tTotal requests: .*|You are not permitted to see the queue|.*requires special privileges.*",
                        "-bp"))
                .ifPresent(sendmail -> found.put("SENDMAIL", sendmail));
        programs.find("qmail-qstat").ifPresent(qstat -> found.put("QMAIL", qstat));
        return found;
    }

    private boolean says(Path program, String pattern, String... arguments) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(program, List.of(arguments), lines);
        lines.addAll(outcome.errors());
        return lines.stream().anyMatch(line -> line.matches(pattern));
    }
}
