package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;

/**
 * The line {@code to=<...>, relay=..., status=... (...)} of Postfix's delivery agents. The recipient in front and the
 * response at the end are strangers' texts; what is ours stands between.
 */
public final class PostfixDelivery {

    private static final String RELAY = ">, relay=";
    private static final String STATUS = ", status=";

    private PostfixDelivery() {}

    /**
     * Reads a line.
     *
     * @param text what follows the queue id
     * @return the delivery, or nothing when the text is not of this form
     */
    public static Optional<Delivery> read(String text) {
        if (!text.startsWith("to=<")) {
            return Optional.empty();
        }
        int relay = text.indexOf(RELAY);
        int status = text.indexOf(STATUS, Math.max(relay, 0));
        if (relay < 0 || status < 0) {
            return Optional.empty();
        }
        int original = text.indexOf(">, orig_to=<");
        String recipient = text.substring(4, original >= 0 && original < relay ? original : relay);
        int from = relay + RELAY.length();
        int comma = text.indexOf(", ", from);
        String itsRelay = text.substring(from, Math.min(comma, status));
        int word = status + STATUS.length();
        int space = text.indexOf(' ', word);
        String itsStatus = text.substring(word, space < 0 ? text.length() : space);
        boolean clear = text.indexOf(RELAY, from) < 0 && text.indexOf(STATUS, word) < 0;
        return Optional.of(new Delivery(recipient, itsRelay, itsStatus, response(text, space), clear));
    }

    private static String response(String text, int space) {
        if (space < 0) {
            return "";
        }
        String rest = text.substring(space + 1);
        return rest.startsWith("(") && rest.endsWith(")") ? rest.substring(1, rest.length() - 1) : rest;
    }
}
