package io.github.ovhantispam.mail.internal.log.mta;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a mail to one recipient.
 *
 * @param recipient the envelope recipient
 * @param relay where it went, as the line has it
 * @param status the program's own word, such as {@code sent}
 * @param response the text behind it
 * @param clear false when the line holds its own field names twice, so that what a stranger wrote cannot be told apart
 */
public record Delivery(String recipient, @Nullable String relay, String status, String response, boolean clear) {

    /** Returns the address that the mail went to; empty when the line has none. */
    public String address() {
        if (relay == null) {
            return "";
        }
        int open = relay.lastIndexOf('[');
        int close = relay.indexOf(']', open + 1);
        return open < 0 || close < 0 ? "" : relay.substring(open + 1, close);
    }

    /** Returns the queue id under which the mail goes on in the same mail system; null when it left it. */
    public @Nullable String next() {
        if (!clear || relay == null) {
            return null;
        }
        if (relay.equals("local") && response.startsWith("forwarded as ")) {
            return response.substring("forwarded as ".length());
        }
        int at = response.lastIndexOf(" queued as ");
        return at >= 0 && isOwn(relay, address()) ? response.substring(at + " queued as ".length()) : null;
    }

    /** Returns whether Sendmail's submission queue handed the mail to its daemon on this machine, under a queue id. */
    public boolean isHandedTo(String queueId) {
        return clear
                && Arrival.isLoopback(address())
                && response.equals("Sent (" + queueId + " Message accepted for delivery)");
    }

    /** A filter on this machine, or behind a socket of it. */
    private static boolean isOwn(String relay, String address) {
        return address.isEmpty()
                ? relay.indexOf('.') < 0
                : Arrival.isLoopback(address) || address.startsWith("/") || address.startsWith("private/");
    }
}
