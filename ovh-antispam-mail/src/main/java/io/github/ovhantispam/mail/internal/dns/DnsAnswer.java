package io.github.ovhantispam.mail.internal.dns;

import java.util.List;

/**
 * The outcome of a query.
 *
 * @param status found, none or failed
 * @param records the records as text, hostile; empty unless found
 * @param trouble the reason of a failure, or empty
 */
public record DnsAnswer(Status status, List<String> records, String trouble) {

    /** The kind of an outcome. */
    public enum Status {
        /** At least one record. */
        FOUND,
        /** The server answered that there is no record. */
        NONE,
        /** No usable response: nothing is known. */
        FAILED
    }

    /** Copies the list. */
    public DnsAnswer {
        records = List.copyOf(records);
    }

    static DnsAnswer found(List<String> records) {
        return new DnsAnswer(Status.FOUND, records, "");
    }

    static DnsAnswer none() {
        return new DnsAnswer(Status.NONE, List.of(), "");
    }

    static DnsAnswer failed(String trouble) {
        return new DnsAnswer(Status.FAILED, List.of(), trouble);
    }

    /**
     * Returns true when nothing is known.
     *
     * @return true for a failure
     */
    public boolean hasFailed() {
        return status == Status.FAILED;
    }
}
