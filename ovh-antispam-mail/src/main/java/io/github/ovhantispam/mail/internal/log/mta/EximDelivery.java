package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;

/** The lines {@code =>}, {@code ->}, {@code ==} and {@code **} of Exim. */
public final class EximDelivery {

    private EximDelivery() {}

    /**
     * Reads a line.
     *
     * @param text what follows the id of the message and a space
     * @return the delivery, or nothing when the text is not of this form
     */
    public static Optional<Delivery> read(String text) {
        Optional<String> status = text.length() > 3 ? status(text.substring(0, 3)) : Optional.empty();
        if (status.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text, 3);
        String recipient = cursor.address();
        if (recipient == null) {
            return Optional.empty();
        }
        String rest = text.substring(cursor.place());
        return Optional.of(new Delivery(recipient, host(rest), status.get(), rest.strip(), true));
    }

    /** Names come from our own look-up, so the first one is it; no response stands before it. */
    private static String host(String rest) {
        int at = rest.indexOf(" H=");
        int response = rest.indexOf(": ");
        if (at < 0 || (response >= 0 && response < at)) {
            int transport = rest.indexOf(" T=");
            return transport < 0 ? "" : new Cursor(rest, transport + 3).word();
        }
        int close = rest.indexOf(']', at);
        return close < 0 ? new Cursor(rest, at + 3).word() : rest.substring(at + 3, close + 1);
    }

    private static Optional<String> status(String mark) {
        return switch (mark) {
            case "=> ", "-> ", ">> ", "*> " -> Optional.of("sent");
            case "== " -> Optional.of("deferred");
            case "** " -> Optional.of("bounced");
            default -> Optional.empty();
        };
    }
}
