package io.github.ovhantispam.cli.command.release;

import io.github.ovhantispam.cli.command.options.MailServer;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.mail.MailService;
import io.github.ovhantispam.model.IpAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say why a release is safe. One at least is needed, or the operator's word at a prompt. */
final class PrecautionOptions {

    private static final String WORD = "stopped and emptied";

    @Option(
            names = "--queue",
            paramLabel = "SERVER",
            converter = MailServer.Converter.class,
            completionCandidates = MailServer.Words.class,
            description = "Check that the queue of this machine's mail server is empty, just before the release:"
                    + " ${COMPLETION-CANDIDATES}.")
    private @Nullable MailServer queue;

    @Option(
            names = "--stopped",
            description = "Check as well that the mail server that --queue names is stopped. Needs root.")
    private boolean stopped;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "Look only at the instance of Postfix with this configuration, as postfix -c does."
                    + " Default: all instances.")
    private @Nullable Path configuration;

    @Option(
            names = "--i-stopped-the-mail-and-emptied-the-queue",
            description = "Your word for it, where nothing can be checked, such as mail sent by another machine.")
    private boolean word;

    /** Refuses options that contradict each other, before anything is asked for. */
    void validate() {
        if (stopped && queue == null) {
            throw CommandFailure.of(ExitCode.USAGE, "--stopped needs --queue SERVER, which says what is to be stopped");
        }
        if (stopped && queue == MailServer.DETECT) {
            throw CommandFailure.of(ExitCode.USAGE, "--stopped needs the server by its name, such as --queue postfix");
        }
        if (configuration != null && queue != MailServer.POSTFIX) {
            throw CommandFailure.of(ExitCode.USAGE, "--config-dir goes with --queue postfix");
        }
    }

    /**
     * Returns what is checked just before the release. For the invented account, none of this machine is read.
     *
     * @throws CommandFailure when nothing is, and nobody gives his word
     */
    Precaution choose(Session session, IpAddress address, boolean emulated) {
        if (queue != null && emulated) {
            session.console()
                    .note(
                            "(emulator: a mail server that is stopped, with an empty queue; none of this machine is read)");
            return Precaution.mailStoppedAndQueueEmptied();
        }
        if (queue == null) {
            if (!word) {
                askForWord(session, address);
            }
            return Precaution.mailStoppedAndQueueEmptied();
        }
        Precaution empty = queue.queue(configuration).empty();
        if (!stopped) {
            session.console().note("Only the queue is checked; add --stopped to check that the mail is stopped.");
            return empty;
        }
        MailService service = queue.service(configuration).orElseThrow();
        return service.stopped().and(empty);
    }

    private static void askForWord(Session session, IpAddress address) {
        String answer = session.terminal()
                .ask("Mail that still goes out gets " + address + " blocked again at once, and for longer.\n"
                        + "If you have stopped the mail and emptied the queue, type \"" + WORD + "\": ")
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.USAGE,
                        "a release needs a precaution: --queue SERVER --stopped, which check this machine, or"
                                + " --i-stopped-the-mail-and-emptied-the-queue"));
        if (!answer.strip().equals(WORD)) {
            throw CommandFailure.of(
                    ExitCode.PRECAUTION, "not released: stop the mail and empty the queue first; nothing was sent");
        }
    }
}
