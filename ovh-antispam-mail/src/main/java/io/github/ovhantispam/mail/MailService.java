package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.mail.internal.queue.MailPrograms;
import io.github.ovhantispam.mail.internal.service.PostfixService;
import io.github.ovhantispam.mail.internal.service.ProcessTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mail server on this machine, which is stopped before anything else: the first step of the vendor's guide.
 *
 * <p>Stopped means that nothing of the server runs now. It does not mean that nothing starts it again, nor that other
 * programs, such as a script that connects to port 25 itself, send nothing.
 *
 * <p>Instances are immutable.
 */
public final class MailService {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final List<String> executables;
    private final @Nullable Path programs;
    private final @Nullable Path configuration;

    private MailService(String name, List<String> executables, @Nullable Path programs, @Nullable Path configuration) {
        this.name = name;
        this.executables = executables;
        this.programs = programs;
        this.configuration = configuration;
    }

    /**
     * Returns Postfix, with all instances that {@code postmulti -l} lists. Its own test of the master's lock file is
     * used, which needs root: {@code postfix status} gives anybody else the exit code 1, running or not.
     *
     * @return the server
     */
    public static MailService postfix() {
        return new MailService("Postfix", List.of(), null, null);
    }

    /**
     * Returns Exim: the processes whose executable is {@code exim4} or {@code exim}, daemons and deliveries alike.
     * Needs Linux and root.
     *
     * @return the server
     */
    public static MailService exim() {
        return new MailService("Exim", List.of("exim4", "exim"), null, null);
    }

    /**
     * Returns Sendmail: the processes whose executable is {@code sendmail}, daemons and deliveries alike. Needs Linux
     * and root.
     *
     * @return the server
     */
    public static MailService sendmail() {
        return new MailService("Sendmail", List.of("sendmail", "sendmail.sendmail"), null, null);
    }

    /**
     * Returns qmail: the processes whose executable is {@code qmail-send}, {@code qmail-rspawn} or
     * {@code qmail-remote}. Needs Linux and root.
     *
     * @return the server
     */
    public static MailService qmail() {
        return new MailService("qmail", List.of("qmail-send", "qmail-rspawn", "qmail-remote"), null, null);
    }

    /**
     * Returns Postfix with programs in another directory.
     *
     * @param directory the directory that has all of Postfix's commands
     * @return another service
     * @throws IllegalStateException for other servers, whose programs are not run
     */
    public MailService programs(Path directory) {
        requirePostfix();
        return new MailService(name, executables, Objects.requireNonNull(directory, "directory"), configuration);
    }

    /**
     * Returns one instance of Postfix only.
     *
     * @param directory its configuration directory
     * @return another service
     * @throws IllegalStateException for other servers, whose processes are not told apart
     */
    public MailService configuration(Path directory) {
        requirePostfix();
        return new MailService(name, executables, programs, Objects.requireNonNull(directory, "directory"));
    }

    private void requirePostfix() {
        if (!executables.isEmpty()) {
            throw new IllegalStateException("only Postfix has this setting");
        }
    }

    /**
     * Finds out whether the server is stopped.
     *
     * @return the state, unknown unless it is certain
     * @throws AntispamInterruptedException when the thread is interrupted
     */
    public MailServiceStatus status() {
        return executables.isEmpty()
                ? new PostfixService(new MailPrograms(programs, LIMIT), configuration).status()
                : new ProcessTable(Path.of("/proc")).status(name, executables);
    }

    /**
     * Returns the precaution that the server is stopped. Each check finds it out anew.
     *
     * @return a precaution that throws {@link PrecautionException} when the server is running, and when that is unknown
     */
    public Precaution stopped() {
        return ip -> {
            MailServiceStatus status = status();
            if (status.state() != MailServiceStatus.State.STOPPED) {
                throw new PrecautionException(status.toString());
            }
        };
    }
}
