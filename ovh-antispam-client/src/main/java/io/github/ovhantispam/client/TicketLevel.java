package io.github.ovhantispam.client;

/**
 * An impact or an urgency of a support ticket ({@code support.TicketImpactUrgencyEnum}), for accounts with Business or
 * Enterprise support.
 */
public enum TicketLevel {
    /** {@code low}. */
    LOW("low"),
    /** {@code medium}. */
    MEDIUM("medium"),
    /** {@code high}. */
    HIGH("high");

    private final String value;

    TicketLevel(String value) {
        this.value = value;
    }

    /**
     * Returns the text on the wire.
     *
     * @return for example {@code low}
     */
    public String value() {
        return value;
    }
}
