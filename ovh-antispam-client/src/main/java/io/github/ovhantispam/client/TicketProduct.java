package io.github.ovhantispam.client;

/** The product that a support ticket is about ({@code support.TicketProductEnum}). */
public enum TicketProduct {
    /** {@code adsl}. */
    ADSL("adsl"),
    /** {@code cdn}. */
    CDN("cdn"),
    /** {@code dedicated}. */
    DEDICATED("dedicated"),
    /** {@code dedicated-billing}. */
    DEDICATED_BILLING("dedicated-billing"),
    /** {@code dedicated-other}. */
    DEDICATED_OTHER("dedicated-other"),
    /** {@code dedicatedcloud}. */
    DEDICATEDCLOUD("dedicatedcloud"),
    /** {@code domain}. */
    DOMAIN("domain"),
    /** {@code exchange}. */
    EXCHANGE("exchange"),
    /** {@code fax}. */
    FAX("fax"),
    /** {@code hosting}. */
    HOSTING("hosting"),
    /** {@code housing}. */
    HOUSING("housing"),
    /** {@code iaas}. */
    IAAS("iaas"),
    /** {@code mail}. */
    MAIL("mail"),
    /** {@code network}. */
    NETWORK("network"),
    /** {@code publiccloud}. */
    PUBLICCLOUD("publiccloud"),
    /** {@code sms}. */
    SMS("sms"),
    /** {@code ssl}. */
    SSL("ssl"),
    /** {@code storage}. */
    STORAGE("storage"),
    /** {@code telecom-billing}. */
    TELECOM_BILLING("telecom-billing"),
    /** {@code telecom-other}. */
    TELECOM_OTHER("telecom-other"),
    /** {@code vac}. */
    VAC("vac"),
    /** {@code voip}. */
    VOIP("voip"),
    /** {@code vps}. */
    VPS("vps"),
    /** {@code web-billing}. */
    WEB_BILLING("web-billing"),
    /** {@code web-other}. */
    WEB_OTHER("web-other");

    private final String value;

    TicketProduct(String value) {
        this.value = value;
    }

    /**
     * Returns the text on the wire.
     *
     * @return for example {@code adsl}
     */
    public String value() {
        return value;
    }
}
