package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header field in which PHP names the script that called {@code mail()}, in a header that a command prints. */
final class HeaderOfScript {

    private static final String FIELD = "X-PHP-(?:Originating-)?Script:[ \\t]*(.*)";

    private final MailPrograms programs;

    HeaderOfScript(MailPrograms programs) {
        this.programs = programs;
    }

    /**
     * Runs the command.
     *
     * @param program the program
     * @param arguments its arguments
     * @param prefix a pattern of what stands before each field
     * @return the value of the first such field: PHP puts it before the fields that a script gave
     */
    Optional<String> read(Path program, List<String> arguments, String prefix) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(program, arguments, lines);
        if (!outcome.ended(0)) {
            throw new MailCommandException(
                    outcome.describe(), outcome.command(), outcome.exitCode(), outcome.firstError());
        }
        Pattern field = Pattern.compile(prefix + FIELD, Pattern.CASE_INSENSITIVE);
        return lines.stream()
                .map(field::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }
}
