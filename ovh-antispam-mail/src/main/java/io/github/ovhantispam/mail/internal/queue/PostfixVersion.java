package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the programs, asked for in a thread of its own: other programs have such names, too. */
final class PostfixVersion implements AutoCloseable {

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})[.-].*");

    private final FutureTask<Optional<String>> question;

    /**
     * Begins to ask.
     *
     * @param programs where the programs are
     * @param postconf the one that tells
     */
    PostfixVersion(MailPrograms programs, Path postconf) {
        question = new FutureTask<>(() -> objection(programs, postconf));
        Thread thread = new Thread(question, "postfix-version");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the reason why the queue cannot be read with these programs. Waits for the answer. */
    Optional<String> objection() {
        try {
            return question.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AntispamInterruptedException("interrupted while the version of Postfix was asked for", e, false);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What was built in, and not what a main.cf says. */
    private static Optional<String> objection(MailPrograms programs, Path postconf) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(postconf, List.of("-d", "-h", "mail_version"), lines);
        Matcher numbers = VERSION.matcher(lines.size() == 1 ? lines.get(0) : "");
        if (!outcome.ended(0) || !numbers.matches()) {
            return Optional.of(outcome.describe() + "; it should have told the version of Postfix");
        }
        int major = Integer.parseInt(numbers.group(1));
        boolean old = major < 3 || (major == 3 && Integer.parseInt(numbers.group(2)) < 1);
        return old
                ? Optional.of("this is Postfix " + major + "." + numbers.group(2)
                        + ", whose queue cannot be read with certainty; Postfix 3.1 or later is needed")
                : Optional.empty();
    }

    @Override
    public void close() {
        question.cancel(true);
    }
}
