package io.github.ovhantispam.mail.internal.log;

import io.github.ovhantispam.mail.MailLogException;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.TraceGap;
import io.github.ovhantispam.mail.TraceGap.Reason;
import io.github.ovhantispam.mail.internal.log.line.LogCalendar;
import io.github.ovhantispam.mail.internal.log.scan.LineDispatch;
import io.github.ovhantispam.mail.internal.log.scan.LogScanner;
import io.github.ovhantispam.mail.internal.log.scan.OriginRing;
import io.github.ovhantispam.mail.internal.log.scan.QueueKeys;
import io.github.ovhantispam.mail.internal.log.scan.WantedIds;
import io.github.ovhantispam.mail.internal.log.source.LogRecords;
import io.github.ovhantispam.mail.internal.log.source.LogSource;
import io.github.ovhantispam.mail.internal.log.source.ReadAhead;
import io.github.ovhantispam.mail.internal.log.source.TruncatedLogException;
import io.github.ovhantispam.mail.internal.log.trace.Collector;
import io.github.ovhantispam.mail.internal.log.trace.DeliveryTargets;
import io.github.ovhantispam.mail.internal.log.trace.FoundMails;
import io.github.ovhantispam.mail.internal.log.trace.MailBuilder;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.ZipException;

/** Reads sources one after the other, twice when mails are looked for by time and destination. */
public final class LogTracer {

    /** Room for the origins of about 150,000 mails, which is what came in since. */
    private static final int ORIGINS = 16 << 20;

    private final List<LogSource> sources;
    private final ZoneId zone;
    private final OptionalInt year;
    private final List<TraceGap> gaps = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /**
     * Nothing is read yet.
     *
     * @param sources the oldest first
     * @param zone of times that have none
     * @param year in which the last line was written; empty to take it from each source
     */
    public LogTracer(List<LogSource> sources, ZoneId zone, OptionalInt year) {
        this.sources = List.copyOf(sources);
        this.zone = zone;
        this.year = year;
    }

    /** Reads, and returns what was found. */
    public TraceFindings trace(TraceRequest request) {
        DeliveryTargets targets = new DeliveryTargets(request.targets());
        QueueKeys keys = new QueueKeys();
        if (!request.targets().isEmpty()) {
            read(List.of(), targets, new QueueKeys(), new FoundMails(0), true);
            gaps.clear();
            targets.choose().forEach(keys.wanted()::add);
        }
        List<MessageId> ids = request.ids();
        FoundMails found = new FoundMails(ids.size());
        read(ids, targets, keys, found, false);
        MailBuilder builder = new MailBuilder(found, targets);
        builder.build(ids);
        List<TraceGap> all = new ArrayList<>(gaps);
        all.addAll(builder.gaps());
        return new TraceFindings(builder.mails(), builder.missing(), all, List.copyOf(notes));
    }

    private void read(
            List<MessageId> ids, DeliveryTargets targets, QueueKeys keys, FoundMails found, boolean deliveries) {
        OriginRing origins = new OriginRing(ORIGINS);
        WantedIds wanted = new WantedIds(ids.stream().map(MessageId::value).toList());
        LogCalendar calendar = new LogCalendar(zone);
        Collector collector = new Collector(keys, origins, found, targets, calendar);
        LineDispatch dispatch = new LineDispatch(wanted, keys, origins, collector, deliveries);
        for (LogSource source : sources) {
            if (year.isEmpty()) {
                calendar = new LogCalendar(zone);
                collector.continueIn(calendar);
            }
            scan(source, new LogScanner(dispatch, calendar), calendar);
        }
        if (year.isPresent()) {
            calendar.endIn(year.getAsInt());
        }
    }

    private void scan(LogSource source, LogScanner scanner, LogCalendar calendar) {
        try {
            if (year.isEmpty()) {
                calendar.endBy(source.end());
            }
            try (InputStream in = open(source)) {
                scanner.scan(in);
            } catch (TruncatedLogException | EOFException | ZipException e) {
                String reason = e instanceof TruncatedLogException ? e.getMessage() : "a damaged archive";
                String detail = source.name() + " was not read to its end: " + reason;
                gaps.add(new TraceGap(Reason.SOURCE_NOT_READ_TO_ITS_END, Optional.empty(), detail));
            }
            if (year.isEmpty()) {
                calendar.endBy(source.end());
            }
        } catch (IOException e) {
            throw new MailLogException("cannot read " + source.name() + ": " + reason(e), e);
        }
        if (calendar.isZoneless()) {
            notes.add("times in " + source.name() + " have no zone: read as " + zone);
        }
        if (calendar.isYearless() && year.isEmpty()) {
            notes.add("times in " + source.name() + " have no year: the last line is taken to be of the time when"
                    + " the log was last written");
        }
    }

    /** A stream of somebody else's is read by the calling thread alone. */
    private static InputStream open(LogSource source) throws IOException {
        InputStream log = source.open();
        try {
            InputStream lines = LogRecords.lines(log);
            return source.isRepeatable() ? new ReadAhead(lines) : lines;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        String kind = e.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace(" Exception", "");
        return PrintableText.of(message == null ? kind : kind + ": " + message);
    }
}
