package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.Objects;

/**
 * The one who handed a mail to the mail system: a login, an account of the machine, or a client's address.
 *
 * <p>Equal origins are the same culprit. Names come from a log and are hostile; {@code toString()} makes them
 * printable.
 */
public sealed interface Origin {

    /**
     * A client that authenticated by SASL.
     *
     * @param name the login as the log has it
     */
    record SaslUser(String name) implements Origin {

        /**
         * Checks the name.
         *
         * @param name the login
         */
        public SaslUser {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String toString() {
            return "SASL user " + PrintableText.of(name);
        }
    }

    /**
     * An account of the machine, which called the mail program itself: often a web server for a script.
     *
     * @param account the name, or the number where the log has only that (Postfix)
     */
    record LocalUser(String account) implements Origin {

        /**
         * Checks the name.
         *
         * @param account the account
         */
        public LocalUser {
            Objects.requireNonNull(account, "account");
        }

        @Override
        public String toString() {
            return "local account " + PrintableText.of(account);
        }
    }

    /**
     * A client that did not authenticate: one that may relay, or a program of the machine itself when the address is a
     * loopback one.
     *
     * @param address its address
     */
    record Client(IpAddress address) implements Origin {

        /**
         * Checks the address.
         *
         * @param address the address
         */
        public Client {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public String toString() {
            return "client " + address;
        }
    }

    /** An origin that the log does not hold, or not any more; {@link MailTrace#incomplete()} gives the reason. */
    record Unknown() implements Origin {

        @Override
        public String toString() {
            return "unknown origin";
        }
    }
}
