package io.github.ovhantispam.mail.internal.log.mta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code <=} of Exim: sender, {@code R=}, {@code H=}, {@code U=}, {@code P=}, TLS, {@code A=}, {@code S=},
 * {@code id=}, and behind it what the mail itself says. It is read from the left, so that a sender, a Message-ID or a
 * subject with such letters in it blames nobody.
 *
 * @param arrival who brought it; null when a name of the client makes that uncertain
 * @param idFrom the place of the Message-ID in the text
 * @param idTo the place behind it; {@code idFrom} when there is none
 */
public record EximArrival(@Nullable Arrival arrival, int idFrom, int idTo) {

    /**
     * Reads a line.
     *
     * @param text the line, or more than it
     * @param from the place after {@code <= }
     * @return the arrival, or nothing when the text is not of this form
     */
    public static Optional<EximArrival> read(String text, int from) {
        Cursor cursor = new Cursor(text, from);
        String sender = cursor.address();
        if (sender == null) {
            return Optional.empty();
        }
        if (sender.equals("<>")) {
            sender = ""; // a bounce
        }
        String parent = cursor.skip(" R=") ? cursor.word() : null;
        boolean remote = cursor.skip(" H=");
        Host host = remote ? Host.read(cursor) : null;
        if (remote && host == null) {
            return Optional.empty();
        }
        if (cursor.skip(" I=")) {
            cursor.word();
        }
        String account = cursor.skip(" U=") ? cursor.word() : null;
        String login = null;
        int idFrom = cursor.place();
        int idTo = idFrom;
        boolean known = true;
        while (known && cursor.skip(" ")) {
            if (cursor.skip("id=") || cursor.skip("id*=")) {
                idFrom = cursor.place();
                idTo = idEnd(text, idFrom);
                cursor = new Cursor(text, idTo);
                break;
            } else if (cursor.skip("A=")) {
                String authenticated = cursor.word();
                int colon = authenticated.indexOf(':');
                login = colon < 0 ? null : authenticated.substring(colon + 1);
            } else {
                known = field(cursor);
            }
        }
        boolean certain = host == null || endsWell(text, cursor.place());
        Arrival arrival = host == null
                ? new Arrival(login, account, null, null, sender, parent, null)
                : new Arrival(login, null, host.address(), host.text(), sender, parent, null);
        return Optional.of(new EximArrival(certain ? arrival : null, idFrom, idTo));
    }

    /** A Message-ID may have spaces inside quotes. */
    private static int idEnd(String text, int from) {
        Cursor cursor = new Cursor(text, from);
        if (cursor.address() == null) {
            cursor = new Cursor(text, from);
            cursor.word();
        }
        return cursor.place();
    }

    /** One of the fields between the host and the Message-ID, of which some are quoted. */
    private static boolean field(Cursor cursor) {
        if (cursor.skip("DN=") || cursor.skip("SNI=") || cursor.skip("T=")) {
            return cursor.quoted() != null;
        }
        return !cursor.word().isEmpty();
    }

    /** Behind the Message-ID stand subject, sender and recipients, but not what must stand before it. */
    private static boolean endsWell(String text, int from) {
        Cursor cursor = new Cursor(text, from);
        if (cursor.skip(" T=") && cursor.quoted() == null) {
            return true; // the line was cut inside the subject
        }
        if (cursor.skip(" from <")) {
            cursor.address();
        }
        if (cursor.isAtEnd()) {
            return true;
        }
        if (!cursor.skip(" for")) {
            return false;
        }
        while (cursor.skip(" ")) {
            String recipient = cursor.address();
            if (recipient == null || recipient.startsWith("[") || recipient.endsWith(")")) {
                return false;
            }
        }
        return true;
    }

    /** {@code name (helo) [address]:port}, of which name and helo may be missing. */
    private record Host(String address, String text) {

        static @Nullable Host read(Cursor cursor) {
            String name = "";
            String address = cursor.bracketed();
            if (address == null) {
                if (cursor.skip("(")) {
                    Optional<String> helo = cursor.until(") ");
                    if (helo.isEmpty()) {
                        return null;
                    }
                    name = '(' + helo.get() + ')';
                } else {
                    name = cursor.word();
                    cursor.skip(" ");
                    if (cursor.skip("(")) {
                        cursor.until(") ");
                    }
                }
                address = cursor.bracketed();
            }
            if (address == null) {
                return null;
            }
            if (cursor.skip(":")) {
                cursor.word();
            }
            return new Host(address, name.isEmpty() ? '[' + address + ']' : name + " [" + address + ']');
        }
    }
}
