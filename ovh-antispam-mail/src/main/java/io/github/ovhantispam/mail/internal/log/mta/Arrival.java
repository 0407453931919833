package io.github.ovhantispam.mail.internal.log.mta;

import org.jspecify.annotations.Nullable;

/**
 * The way in which a mail came into a queue, as its own line has it.
 *
 * @param login the name that was authenticated
 * @param account the local account, a number where the program writes one
 * @param address the address of the client
 * @param client the client as it stands in the line
 * @param sender the envelope sender, where this line has it
 * @param parent the queue id that the mail had before, in the same mail system
 * @param original the address of the client that a content filter passed on
 */
public record Arrival(
        @Nullable String login,
        @Nullable String account,
        @Nullable String address,
        @Nullable String client,
        @Nullable String sender,
        @Nullable String parent,
        @Nullable String original) {

    static Arrival byAccount(String account, @Nullable String sender) {
        return new Arrival(null, account, null, null, sender, null, null);
    }

    /** A mail that was put into the queue once more by {@code postsuper -r}: its account is Postfix's own. */
    static Arrival again(String parent) {
        return new Arrival(null, null, null, null, null, parent, null);
    }

    /** Returns whether nobody but a program of this machine is named: a content filter, perhaps. */
    public boolean isLoopback() {
        boolean again = address == null && parent != null;
        return login == null && account == null && (again || (address != null && isLoopback(address)));
    }

    static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.startsWith("::ffff:127.");
    }

    /** Returns the same arrival, of a client that is known to have authenticated. */
    public Arrival by(String name) {
        return new Arrival(name, account, address, client, sender, parent, original);
    }
}
