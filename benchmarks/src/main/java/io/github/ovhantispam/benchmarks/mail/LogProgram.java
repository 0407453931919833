package io.github.ovhantispam.benchmarks.mail;

import io.github.ovhantispam.mail.MailLog;
import io.github.ovhantispam.mail.MailTrace;
import io.github.ovhantispam.mail.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/** A program that traces mails through a log and says how many it found, and how many of them whole. */
public final class LogProgram {

    private LogProgram() {}

    /**
     * Traces.
     *
     * @param arguments a file with a Message-ID per line; then the log, or how many bytes of log to make up
     */
    public static void main(String... arguments) throws IOException {
        List<MessageId> ids = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(MessageId::of)
                .toList();
        MailLog log = Character.isDigit(arguments[1].charAt(0))
                ? MailLog.stream(new GeneratedLog(Long.parseLong(arguments[1]), false))
                : MailLog.of(Path.of(arguments[1]));
        MailTrace trace = log.year(2026).zone(ZoneOffset.UTC).trace(ids);
        long whole = trace.mails().stream()
                .filter(mail -> mail.finished()
                        && !mail.sender().isEmpty()
                        && !mail.recipients().isEmpty())
                .count();
        System.out.println(trace.mails().size());
        System.out.println(
                trace.incomplete().isEmpty() ? whole : -trace.incomplete().size());
    }
}
