package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines {@code client=} of Postfix's smtpd and {@code uid=} of its pickup.
 *
 * <p>The fields come in one order: client, sasl_method, sasl_username, sasl_sender, orig_queue_id, orig_client. The
 * sender behind {@code sasl_sender} is the client's own text, so nothing is read behind it.
 */
public final class PostfixArrival {

    private static final String[] BEHIND_LOGIN = {", sasl_sender=", ", orig_queue_id=", ", orig_client="};

    private static final String REQUEUED = "> orig_id=";

    private PostfixArrival() {}

    /**
     * Reads a line.
     *
     * @param text what follows the queue id
     * @return the arrival, or nothing when the text is not of this form
     */
    public static Optional<Arrival> read(String text) {
        Cursor cursor = new Cursor(text, 0);
        if (cursor.skip("uid=")) {
            String account = cursor.word();
            boolean isNumber = !account.isEmpty()
                    && account.length() < 11
                    && account.chars().allMatch(PostfixArrival::isDigit);
            return isNumber ? Optional.of(pickedUp(account, text)) : Optional.empty();
        }
        if (!cursor.skip("client=")) {
            return Optional.empty();
        }
        int from = cursor.place();
        Optional<String> name = cursor.until("[");
        Optional<String> address = cursor.until("]");
        if (name.isEmpty() || address.isEmpty() || name.get().indexOf(' ') >= 0) {
            return Optional.empty();
        }
        String client = text.substring(from, cursor.place());
        if (cursor.skip(":")) {
            while (!cursor.isAtEnd() && isDigit(text.charAt(cursor.place()))) {
                cursor.skip(text.substring(cursor.place(), cursor.place() + 1));
            }
        }
        if (cursor.skip(", sasl_method=")) {
            int comma = text.indexOf(", ", cursor.place());
            if (comma < 0) {
                return Optional.of(arrival(null, address.get(), client, null, null));
            }
            cursor = new Cursor(text, comma);
        }
        if (cursor.skip(", sasl_username=")) {
            String login = login(text, cursor.place());
            return Optional.of(arrival(login, address.get(), client, null, null));
        }
        return Optional.of(passedOn(cursor, address.get(), client));
    }

    /** A sender cannot feign the old queue id: the bracket that closes him is the last letter otherwise. */
    private static Arrival pickedUp(String account, String text) {
        int at = text.lastIndexOf(REQUEUED);
        String old = at < 0 ? "" : text.substring(at + REQUEUED.length());
        boolean again = !old.isEmpty() && old.chars().allMatch(PostfixArrival::isOfQueueId);
        return again ? Arrival.again(old) : Arrival.byAccount(account, null);
    }

    private static boolean isOfQueueId(int c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static Arrival passedOn(Cursor cursor, String address, String client) {
        String parent = null;
        String original = null;
        if (cursor.skip(", orig_queue_id=")) {
            parent = cursor.until(",").orElseGet(cursor::word);
            cursor.skip(" orig_client=");
        } else if (!cursor.skip(", orig_client=")) {
            return arrival(null, address, client, null, null);
        }
        if (cursor.until("[").isPresent()) {
            original = cursor.until("]").orElse(null);
        }
        return arrival(null, address, client, parent, original);
    }

    private static Arrival arrival(
            @Nullable String login, String address, String client, @Nullable String parent, @Nullable String original) {
        String itsAddress = address.startsWith("IPv6:") ? address.substring(5) : address;
        return new Arrival(login, null, itsAddress, client, null, parent, original);
    }

    private static String login(String text, int from) {
        int to = text.length();
        for (String next : BEHIND_LOGIN) {
            int at = text.indexOf(next, from);
            if (at >= 0) {
                to = Math.min(to, at);
            }
        }
        return text.substring(from, to);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
