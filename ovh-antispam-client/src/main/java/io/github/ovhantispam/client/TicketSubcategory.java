package io.github.ovhantispam.client;

/** The kind of a support ticket in detail ({@code support.TicketSubCategoryEnum}). */
public enum TicketSubcategory {
    /** {@code alerts}. */
    ALERTS("alerts"),
    /** {@code autorenew}. */
    AUTORENEW("autorenew"),
    /** {@code bill}. */
    BILL("bill"),
    /** {@code down}. */
    DOWN("down"),
    /** {@code inProgress}. */
    IN_PROGRESS("inProgress"),
    /** {@code new}. */
    NEW("new"),
    /** {@code other}. */
    OTHER("other"),
    /** {@code perfs}. */
    PERFS("perfs"),
    /** {@code start}. */
    START("start"),
    /** {@code usage}. */
    USAGE("usage");

    private final String value;

    TicketSubcategory(String value) {
        this.value = value;
    }

    /**
     * Returns the text on the wire.
     *
     * @return for example {@code alerts}
     */
    public String value() {
        return value;
    }
}
