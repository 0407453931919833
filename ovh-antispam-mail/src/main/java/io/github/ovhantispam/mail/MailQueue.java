package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.mail.internal.queue.EximQueue;
import io.github.ovhantispam.mail.internal.queue.MailPrograms;
import io.github.ovhantispam.mail.internal.queue.MailServerSearch;
import io.github.ovhantispam.mail.internal.queue.PostfixQueue;
import io.github.ovhantispam.mail.internal.queue.QmailQueue;
import io.github.ovhantispam.mail.internal.queue.QueueSource;
import io.github.ovhantispam.mail.internal.queue.SendmailQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue of the mail server on this machine, which must be empty before an address is released: mail left in it is
 * sent at once, and the address blocked again for longer.
 *
 * <p>It is read by the server's own programs, found by absolute path and run without a shell, in a clean environment,
 * for at most 30 seconds and 100 MiB of output each. A queue is empty only when that is certain. Anything that is not
 * understood, be it an exit code, a warning or a line, makes it {@linkplain QueueReport.Unknown unknown}. Nothing is
 * changed, and no mail is deleted.
 *
 * <p>Run it as root: once the mail is stopped, as it should be, most servers show their queue to nobody else.
 *
 * <p>Mail may arrive after the check, even while Postfix is stopped, when its {@code sendmail} takes mail from local
 * programs. A {@link Precaution} runs just before the request for that reason.
 *
 * <p>Instances are immutable.
 */
public final class MailQueue {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private enum Server {
        POSTFIX,
        EXIM,
        SENDMAIL,
        QMAIL
    }

    private final Server server;
    private final @Nullable Path programs;
    private final @Nullable Path configuration;
    private final Duration limit;
    private final boolean ignoringHold;

    private MailQueue(
            Server server,
            @Nullable Path programs,
            @Nullable Path configuration,
            Duration limit,
            boolean ignoringHold) {
        this.server = server;
        this.programs = programs;
        this.configuration = configuration;
        this.limit = limit;
        this.ignoringHold = ignoringHold;
    }

    private static MailQueue of(Server server) {
        return new MailQueue(server, null, null, LIMIT, false);
    }

    /**
     * Returns the queues of all instances of Postfix that {@code postmulti -l} lists, disabled ones included; 3.1 or
     * later.
     *
     * @return the queues, with mail that waits in maildrop
     */
    public static MailQueue postfix() {
        return of(Server.POSTFIX);
    }

    /**
     * Returns the queue of Exim and its named queues.
     *
     * @return the queues
     */
    public static MailQueue exim() {
        return of(Server.EXIM);
    }

    /**
     * Returns the main and the submission queue of Sendmail, with quarantined and lost mail.
     *
     * @return the queues
     */
    public static MailQueue sendmail() {
        return of(Server.SENDMAIL);
    }

    /**
     * Returns the queue of qmail. Its commands are used as they are documented; it was never tried on qmail.
     *
     * @return the queue
     */
    public static MailQueue qmail() {
        return of(Server.QMAIL);
    }

    /**
     * Returns the queue of the only mail server that is installed here. Runs a few commands that change nothing.
     *
     * @return the queue
     * @throws MailCommandException when there is none, or more than one: the message names them
     */
    public static MailQueue detect() {
        return of(Server.valueOf(new MailServerSearch(new MailPrograms(null, LIMIT)).only()));
    }

    /**
     * Returns this queue, read by programs in another directory.
     *
     * @param directory the directory that has all of the server's programs
     * @return another queue
     */
    public MailQueue programs(Path directory) {
        return new MailQueue(
                server, Objects.requireNonNull(directory, "directory"), configuration, limit, ignoringHold);
    }

    /**
     * Returns the queue of one configuration only.
     *
     * @param path the configuration directory of an instance of Postfix, or the configuration file of Exim or Sendmail
     * @return another queue
     * @throws IllegalArgumentException for qmail, which has a single one
     */
    public MailQueue configuration(Path path) {
        Objects.requireNonNull(path, "path");
        if (server == Server.QMAIL) {
            throw new IllegalArgumentException("qmail has no configuration to choose");
        }
        return new MailQueue(server, programs, path, limit, ignoringHold);
    }

    /**
     * Returns this queue with another time limit.
     *
     * @param perCommand the time that each command may take; 30 seconds unless set
     * @return another queue
     * @throws IllegalArgumentException when it is not positive, or longer than an hour
     */
    public MailQueue limit(Duration perCommand) {
        if (perCommand.isNegative() || perCommand.isZero() || perCommand.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("a limit must be positive and at most an hour: " + perCommand);
        }
        return new MailQueue(server, programs, configuration, perCommand, ignoringHold);
    }

    /**
     * Returns this queue, with {@link #empty} not minding held mail: evidence that was put aside on purpose.
     *
     * @return another queue
     */
    public MailQueue ignoringHold() {
        return new MailQueue(server, programs, configuration, limit, true);
    }

    /**
     * Reads the queue.
     *
     * @return its contents, or why they are unknown
     * @throws AntispamInterruptedException when the thread is interrupted
     */
    public QueueReport inspect() {
        return source().read();
    }

    /**
     * Returns the precaution that the queue is empty. Each check reads it anew.
     *
     * @return a precaution that throws {@link PrecautionException} when the queue is not empty, and when it is unknown
     */
    public Precaution empty() {
        return ip -> {
            QueueReport report = inspect();
            boolean onlyHeld = ignoringHold && report instanceof QueueReport.Known && report.count() == report.held();
            if (!report.isEmpty() && !onlyHeld) {
                throw new PrecautionException(report.toString());
            }
        };
    }

    /**
     * Reads the script that PHP named in the header of a queued mail, when PHP is set to do so
     * ({@code mail.add_x_header}). The user id of a web server says less.
     *
     * @param mail a mail of {@link #inspect}
     * @return the value of the header field, such as {@code 33:contact.php}; hostile, since whoever wrote the mail can
     *     add such a field
     * @throws MailCommandException when the header cannot be read, and always for Sendmail and qmail
     * @throws AntispamInterruptedException when the thread is interrupted
     */
    public Optional<String> phpScript(QueuedMail mail) {
        return source().phpScript(mail);
    }

    private QueueSource source() {
        MailPrograms found = new MailPrograms(programs, limit);
        return switch (server) {
            case POSTFIX -> new PostfixQueue(found, configuration);
            case EXIM -> new EximQueue(found, configuration);
            case SENDMAIL -> new SendmailQueue(found, configuration);
            case QMAIL -> new QmailQueue(found);
        };
    }
}
