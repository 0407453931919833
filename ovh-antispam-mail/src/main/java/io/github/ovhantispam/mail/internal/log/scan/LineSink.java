package io.github.ovhantispam.mail.internal.log.scan;

import io.github.ovhantispam.mail.internal.log.line.LogLine;

/** The one to whom a scan hands the few lines that concern somebody. The line's bytes are gone when a call returns. */
public interface LineSink {

    /**
     * Receives a line that gives a mail its Message-ID.
     *
     * @param line the line, its parts found
     * @param key the queue id with its host
     * @param id the number of the wanted Message-ID, or {@link WantedIds#NONE} when the queue id is wanted
     * @param kind how the line says so
     */
    void identified(LogLine line, long key, int id, Identification kind);

    /** Receives a line of a queue id that is watched, or that shares its slot with one. */
    void watched(LogLine line, long key);

    /** Receives a line that names a queue id which a mail got next, and for which somebody waits. */
    void continued(LogLine line, long key, long nextKey);

    /**
     * Receives a line in which a filter before the queue took a mail, which got a queue id for which somebody waits.
     */
    void proxied(LogLine line, long nextKey);

    /** Receives a line about a delivery. */
    void delivered(LogLine line, long key);

    /** The ways in which a line identifies a mail. */
    enum Identification {
        MESSAGE_ID,
        RESENT,
        CUT,
        EXIM,
        SENDMAIL
    }
}
