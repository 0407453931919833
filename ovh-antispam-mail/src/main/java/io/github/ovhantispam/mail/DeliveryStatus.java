package io.github.ovhantispam.mail;

/** The result of the last attempt to deliver a mail to a recipient. */
public enum DeliveryStatus {
    /** The next server, a mailbox or a program has accepted the mail. */
    SENT,
    /** The mail is still in the queue, or was when the log ended: it will be tried again. */
    DEFERRED,
    /** The mail was refused for good. */
    BOUNCED,
    /** The mail was given up after too long a time in the queue. */
    EXPIRED,
    /** The log has another word, or none yet. */
    UNKNOWN
}
