package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code from=..., size=..., class=..., nrcpts=..., msgid=..., relay=...} of Sendmail. The sender in front is
 * read with its quotes; the relay is the last field, and the address in it the last of the line.
 *
 * @param arrival who brought it
 * @param idFrom the place of the Message-ID in the text
 * @param idTo the place behind it
 */
public record SendmailArrival(Arrival arrival, int idFrom, int idTo) {

    private static final Pattern NUMBERS =
            Pattern.compile(", size=\\d+, class=-?\\d+, (?:pri=\\d+, )?nrcpts=\\d+, msgid=");
    private static final Pattern BEHIND_ID = Pattern.compile(
            "(?:, bodytype=[^,]*)?(?:, proto=[^,]*)?(?:, daemon=[^,]*)?(?:, tls_verify=[^,]*)?(?:, auth=[^,]*)?(?:, relay=.*)?$");
    private static final String RELAY = ", relay=";

    /**
     * Reads a line.
     *
     * @param text what follows the queue id
     * @return the arrival, or nothing when the text is not of this form
     */
    public static Optional<SendmailArrival> read(String text) {
        if (!text.startsWith("from=")) {
            return Optional.empty();
        }
        int senderEnd = senderEnd(text);
        Matcher numbers = NUMBERS.matcher(text);
        int relay = text.lastIndexOf(RELAY);
        if (senderEnd < 0 || !numbers.find(senderEnd) || numbers.start() != senderEnd) {
            return Optional.empty();
        }
        if (relay < numbers.end()) {
            return Optional.of(withoutRelay(text, numbers.end(), unbracketed(text.substring(5, senderEnd))));
        }
        String sender = unbracketed(text.substring(5, senderEnd));
        String idAndMore = text.substring(numbers.end(), relay);
        Matcher behind = BEHIND_ID.matcher(idAndMore);
        int idEnd = numbers.end() + (behind.find() ? behind.start() : idAndMore.length());
        Arrival arrival = arrival(text.substring(relay + RELAY.length()), sender);
        return Optional.of(new SendmailArrival(arrival, numbers.end(), idEnd));
    }

    /** A line that lacks its end. */
    private static SendmailArrival withoutRelay(String text, int idFrom, String sender) {
        int comma = text.indexOf(">, ", idFrom);
        return new SendmailArrival(
                new Arrival(null, null, null, null, sender, null, null), idFrom, comma < 0 ? text.length() : comma + 1);
    }

    /** The first place of the numbers that does not lie inside quotes. */
    private static int senderEnd(String text) {
        boolean quoted = false;
        for (int i = 5; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',' && text.startsWith(", size=", i)) {
                return i;
            }
        }
        return -1;
    }

    private static Arrival arrival(String relay, String sender) {
        String clean = relay.endsWith(" (may be forged)") ? relay.substring(0, relay.length() - 16) : relay;
        int open = clean.lastIndexOf('[');
        if (clean.endsWith("]") && open >= 0) {
            String inside = clean.substring(open + 1, clean.length() - 1);
            String address = inside.startsWith("IPv6:") ? inside.substring(5) : inside;
            return new Arrival(null, null, address, clean, sender, null, null);
        }
        int at = clean.indexOf('@');
        return at > 0 && clean.indexOf(' ') < 0
                ? Arrival.byAccount(clean.substring(0, at), sender)
                : new Arrival(null, null, null, clean, sender, null, null);
    }

    private static String unbracketed(String address) {
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }

    /**
     * Reads the line {@code AUTH=server, relay=..., authid=..., mech=...} that comes before.
     *
     * @param text what follows the process number, or the queue id
     * @param arrival the arrival that came after
     * @return the name that was authenticated, or null when the line is of another client
     */
    public static @Nullable String login(String text, Arrival arrival) {
        int from = text.lastIndexOf(", authid=");
        int to = text.lastIndexOf(", mech=");
        String client = arrival.client();
        if (!text.startsWith("AUTH=server, relay=") || from < 0 || to < from || client == null) {
            return null;
        }
        String relay = text.substring("AUTH=server, relay=".length(), from);
        boolean same = relay.equals(client) || relay.equals(client + " (may be forged)");
        return same ? text.substring(from + ", authid=".length(), to) : null;
    }
}
