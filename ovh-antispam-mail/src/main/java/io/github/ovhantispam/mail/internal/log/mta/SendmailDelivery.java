package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Locale;
import java.util.Optional;

/** The line {@code to=..., mailer=..., relay=..., stat=...} of Sendmail. */
public final class SendmailDelivery {

    private static final String RELAY = ", relay=";
    private static final String STATUS = ", stat=";

    private SendmailDelivery() {}

    /**
     * Reads a line.
     *
     * @param text what follows the queue id
     * @return the delivery, or nothing when the text is not of this form
     */
    public static Optional<Delivery> read(String text) {
        int status = text.indexOf(STATUS);
        if (!text.startsWith("to=") || status < 0) {
            return Optional.empty();
        }
        int recipientEnd = text.indexOf(", ");
        String recipient = text.substring(3, recipientEnd);
        int relay = text.lastIndexOf(RELAY, status);
        int relayEnd = relay < 0 ? -1 : text.indexOf(", ", relay + RELAY.length());
        String itsRelay = relay < 0 ? null : text.substring(relay + RELAY.length(), relayEnd < 0 ? status : relayEnd);
        String response = text.substring(status + STATUS.length());
        boolean clear = text.indexOf(STATUS, status + 1) < 0;
        return Optional.of(new Delivery(unbracketed(recipient), itsRelay, word(response), response, clear));
    }

    private static String unbracketed(String address) {
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }

    private static String word(String response) {
        String first = response.toLowerCase(Locale.ROOT);
        if (first.startsWith("sent")) {
            return "sent";
        }
        return first.startsWith("deferred") || first.startsWith("queued") ? "deferred" : "bounced";
    }
}
