package io.github.ovhantispam.client;

/** The kind of a support ticket ({@code support.TicketCategoryEnum}). */
public enum TicketCategory {
    /** {@code assistance}. */
    ASSISTANCE("assistance"),
    /** {@code billing}. */
    BILLING("billing"),
    /** {@code incident}. */
    INCIDENT("incident");

    private final String value;

    TicketCategory(String value) {
        this.value = value;
    }

    /**
     * Returns the text on the wire.
     *
     * @return for example {@code assistance}
     */
    public String value() {
        return value;
    }
}
