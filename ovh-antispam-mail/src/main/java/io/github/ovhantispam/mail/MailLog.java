package io.github.ovhantispam.mail;

import io.github.ovhantispam.mail.internal.log.LogTracer;
import io.github.ovhantispam.mail.internal.log.TraceRequest;
import io.github.ovhantispam.mail.internal.log.source.DateRange;
import io.github.ovhantispam.mail.internal.log.source.JournalCommand;
import io.github.ovhantispam.mail.internal.log.source.KnownLogs;
import io.github.ovhantispam.mail.internal.log.source.LogFile;
import io.github.ovhantispam.mail.internal.log.source.LogSource;
import io.github.ovhantispam.mail.internal.log.source.LogStream;
import io.github.ovhantispam.mail.internal.log.source.RotatedFiles;
import io.github.ovhantispam.mail.internal.log.trace.DeliveryTargets.Target;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The log of a mail server, in which the one is found who handed in a mail.
 *
 * <p>Postfix, Exim and Sendmail; times as syslog writes them (no year, no zone), ISO and RFC 5424; plain files and gzip
 * archives; lines in the wrapping of Docker, Compose and Kubernetes; the journal as text, JSON and export. A trace
 * reads each file once, in bounded memory, and leaves the logs alone.
 *
 * <p>The text of a mail is never taken for a line of the log. Lines that a local account writes by {@code logger}, and
 * lines that another container prints into the same log, cannot be told apart from those of the mail server: give the
 * log of its container alone.
 *
 * <p>Immutable: each method returns another log.
 */
public final class MailLog {

    /** Mails stay in a queue for up to five days before they are given up. */
    private static final Duration BEFORE_DELIVERY = Duration.ofDays(6);

    private static final Duration AFTER_DELIVERY = Duration.ofDays(1);
    private static final Duration MOST_SILENCE = Duration.ofMinutes(2);

    private final Origins origins;
    private final OptionalInt year;
    private final ZoneId zone;
    private final DateRange range;
    private final long mostUnpacked;

    private MailLog(Origins origins, OptionalInt year, ZoneId zone, DateRange range, long mostUnpacked) {
        this.origins = origins;
        this.year = year;
        this.zone = zone;
        this.range = range;
        this.mostUnpacked = mostUnpacked;
    }

    private MailLog(Origins origins) {
        this(origins, OptionalInt.empty(), ZoneId.systemDefault(), DateRange.ALL, 0);
    }

    /** Gives the sources, once all settings are known. */
    @FunctionalInterface
    private interface Origins {
        List<LogSource> sources(MailLog settings) throws IOException;
    }

    /**
     * Returns the log in some files. Those of one rotated set are read oldest first, whatever the order here.
     *
     * @param paths plain files or gzip archives
     * @return the log; nothing is opened yet
     * @throws IllegalArgumentException when there are none
     */
    public static MailLog of(Path... paths) {
        return of(List.of(paths));
    }

    /**
     * Returns the log in some files. Those of one rotated set are read oldest first, whatever the order here.
     *
     * @param paths plain files or gzip archives
     * @return the log; nothing is opened yet
     * @throws IllegalArgumentException when there are none
     */
    public static MailLog of(List<Path> paths) {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("name at least one log file");
        }
        List<Path> ordered = RotatedFiles.oldestFirst(paths);
        return new MailLog(settings -> settings.files(ordered));
    }

    /**
     * Returns the log in a file and in all that were rotated from it: {@code mail.log.1}, {@code mail.log.2.gz},
     * {@code maillog-20261104}.
     *
     * @param path the file that is written at present
     * @return the log; the directory is listed at each trace
     */
    public static MailLog rotated(Path path) {
        Objects.requireNonNull(path, "path");
        return new MailLog(settings -> settings.files(RotatedFiles.setOf(path)));
    }

    /**
     * Returns the logs at the places where Debian, RHEL, SUSE, cPanel, Plesk, Zimbra and docker-mailserver keep them,
     * and the files of Docker's containers with a name such as {@code postfix-mailcow}, with what was rotated from
     * them; the {@linkplain #journal() journal} when there are none.
     *
     * @return the log; the places are looked up at each trace
     */
    public static MailLog detect() {
        return detect(Path.of("/"));
    }

    static MailLog detect(Path root) {
        return new MailLog(settings -> {
            List<Path> existing = new KnownLogs(root).existing();
            return existing.isEmpty()
                    ? settings.journalSource(List.of("journalctl"), MOST_SILENCE)
                    : settings.files(existing);
        });
    }

    /**
     * Returns the log in a stream, which is not closed and can be read by one trace.
     *
     * @param log the lines
     * @return the log
     */
    public static MailLog stream(InputStream log) {
        LogSource source = new LogStream(log, InstantSource.system());
        return new MailLog(settings -> List.of(source));
    }

    /**
     * Returns the mail messages of the systemd journal, read through {@code journalctl} at each trace. A journal that
     * gives nothing for two minutes cannot be read.
     *
     * @return the log
     */
    public static MailLog journal() {
        return journal(List.of("journalctl"), MOST_SILENCE);
    }

    static MailLog journal(List<String> program, Duration mostSilence) {
        return new MailLog(settings -> settings.journalSource(program, mostSilence));
    }

    /**
     * Sets the year in which the newest line was written, for times without one. Lines before it are of that year or
     * those before: the turns of the year are counted.
     *
     * @param newYear such as 2026; unless set, the time when each file was last written tells it
     * @return another log
     * @throws IllegalArgumentException when it is not between 1970 and 9999
     */
    public MailLog year(int newYear) {
        if (newYear < 1970 || newYear > 9999) {
            throw new IllegalArgumentException("not the year of a log: " + newYear);
        }
        return new MailLog(origins, OptionalInt.of(newYear), zone, range, mostUnpacked);
    }

    /**
     * Sets the zone of times without one.
     *
     * @param newZone that of the mail server; unless set, that of this machine, and {@link MailTrace#notes()} says so
     * @return another log
     */
    public MailLog zone(ZoneId newZone) {
        return new MailLog(origins, year, Objects.requireNonNull(newZone, "newZone"), range, mostUnpacked);
    }

    /**
     * Leaves files unopened that cannot hold lines of a time: those last written before it, and those whose first line
     * is after it. Lines outside of the time in the other files do count.
     *
     * @param from the beginning
     * @param to the end
     * @return another log
     * @throws IllegalArgumentException when the end is before the beginning
     */
    public MailLog between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        return new MailLog(origins, year, zone, new DateRange(Optional.of(from), Optional.of(to)), mostUnpacked);
    }

    /**
     * Sets how much is taken out of one archive, against archives that unpack to whole disks.
     *
     * @param bytes the limit; unless set, 100 times the size of the archive, but at least 16 MiB
     * @return another log
     * @throws IllegalArgumentException when it is not positive
     */
    public MailLog unpackAtMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("not a limit: " + bytes);
        }
        return new MailLog(origins, year, zone, range, bytes);
    }

    /**
     * Finds mails by their Message-IDs.
     *
     * @param messageIds those of an alert or of {@link SpamStats}; each counts once
     * @return what was found; when there are no identifiers, nothing is read
     * @throws MailLogException when a log cannot be read
     */
    public MailTrace trace(Collection<MessageId> messageIds) {
        return trace(new TraceRequest(List.copyOf(new LinkedHashSet<>(messageIds)), List.of()));
    }

    /**
     * Finds the samples of an alert by their Message-IDs. A sample without one cannot be found, since an alert has no
     * times: {@link MailTrace#incomplete()} names it, and {@link #trace(SpamAlert, Collection)} finds it.
     *
     * @param alert the alert
     * @return what was found; when no sample has an identifier, nothing is read
     * @throws MailLogException when a log cannot be read
     */
    public MailTrace trace(SpamAlert alert) {
        return trace(alert, List.of());
    }

    /**
     * Finds the samples of an alert and the mails of the statistics: by Message-ID where there is one, and where there
     * is none by time and destination from the statistics, as {@link #traceStats} does. A sample without Message-ID
     * whose destination is not among the statistics is named by {@link MailTrace#incomplete()}.
     *
     * @param alert the alert
     * @param stats as {@code SpamIpResource.stats()} returns them for {@link SpamAlert#address()}
     * @return what was found
     * @throws MailLogException when a log cannot be read, or is a stream, which cannot be read twice
     */
    public MailTrace trace(SpamAlert alert, Collection<SpamStats> stats) {
        List<SpamTarget> spams = spams(stats);
        Set<IpAddress> known = spams.stream().map(SpamTarget::destinationIp).collect(Collectors.toSet());
        List<TraceGap> gaps = alert.samples().stream()
                .filter(sample -> sample.messageId().isEmpty() && !known.contains(sample.destination()))
                .map(MailLog::withoutTime)
                .distinct()
                .toList();
        return traceTargets(alert.messageIds(), spams).withGaps(gaps);
    }

    private static TraceGap withoutTime(SpamSample sample) {
        return new TraceGap(
                TraceGap.Reason.DELIVERY_NOT_FOUND,
                Optional.empty(),
                "a sample to " + sample.destination()
                        + " has no Message-ID and no time: trace it with the statistics of the blocked address");
    }

    /**
     * Finds the mails that were detected when an address was blocked: by Message-ID where there is one, by time and
     * destination where there is none. For the latter the delivery nearest to the time is taken, within five minutes,
     * and the logs are read twice. Only files are opened that can hold these times.
     *
     * @param stats as {@code SpamIpResource.stats()} returns them
     * @return what was found
     * @throws MailLogException when a log cannot be read, or is a stream, which cannot be read twice
     */
    public MailTrace traceStats(Collection<SpamStats> stats) {
        return traceTargets(List.of(), spams(stats));
    }

    private static List<SpamTarget> spams(Collection<SpamStats> stats) {
        return stats.stream().flatMap(one -> one.detectedSpams().stream()).toList();
    }

    /**
     * Finds mails as {@link #traceStats} does.
     *
     * @param spams the mails, as {@link SpamStats#detectedSpams()} returns them
     * @return what was found
     * @throws MailLogException when a log cannot be read, or is a stream, which cannot be read twice
     */
    public MailTrace traceTargets(Collection<SpamTarget> spams) {
        return traceTargets(List.of(), spams);
    }

    private MailTrace traceTargets(List<MessageId> first, Collection<SpamTarget> spams) {
        Set<MessageId> ids = new LinkedHashSet<>(first);
        Set<Target> targets = new LinkedHashSet<>();
        for (SpamTarget spam : spams) {
            Optional<MessageId> id = messageId(spam);
            id.ifPresentOrElse(
                    ids::add,
                    () -> targets.add(
                            new Target(spam.date(), spam.destinationIp().toString())));
        }
        TraceRequest request = new TraceRequest(List.copyOf(ids), List.copyOf(targets));
        return around(spams).trace(request);
    }

    private MailLog around(Collection<SpamTarget> spams) {
        if (spams.isEmpty() || !range.equals(DateRange.ALL)) {
            return this;
        }
        Instant first =
                spams.stream().map(SpamTarget::date).min(Instant::compareTo).orElseThrow();
        Instant last =
                spams.stream().map(SpamTarget::date).max(Instant::compareTo).orElseThrow();
        return between(first.minus(BEFORE_DELIVERY), last.plus(AFTER_DELIVERY));
    }

    private static Optional<MessageId> messageId(SpamTarget spam) {
        try {
            return Optional.of(MessageId.of(spam.messageId()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // none, or nothing that a log could hold
        }
    }

    private MailTrace trace(TraceRequest request) {
        try {
            List<LogSource> sources =
                    request.ids().isEmpty() && request.targets().isEmpty() ? List.of() : origins.sources(this);
            if (!request.targets().isEmpty() && !sources.stream().allMatch(LogSource::isRepeatable)) {
                throw new MailLogException(
                        "a stream can be read once, and a search by time and destination reads twice: use a file",
                        null);
            }
            return new MailTrace(new LogTracer(sources, zone, year).trace(request));
        } catch (IOException e) {
            throw new MailLogException("cannot find the logs: " + e.getMessage(), e);
        }
    }

    private List<LogSource> files(List<Path> paths) throws IOException {
        List<LogSource> sources = new ArrayList<>();
        for (Path path : paths) {
            LogFile file = new LogFile(path, mostUnpacked);
            if (range.mayHold(file, zone)) {
                sources.add(file);
            }
        }
        return sources;
    }

    private List<LogSource> journalSource(List<String> program, Duration mostSilence) {
        return List.of(new JournalCommand(program, mostSilence, range.from(), range.to(), InstantSource.system()));
    }
}
