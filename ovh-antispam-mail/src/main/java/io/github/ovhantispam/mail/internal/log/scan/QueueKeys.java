package io.github.ovhantispam.mail.internal.log.scan;

/** The queue ids that concern somebody at the moment. */
public final class QueueKeys {

    private final KeyFilter watched = new KeyFilter();
    private final KeyFilter awaited = new KeyFilter();
    private final KeyFilter wanted = new KeyFilter();

    /** Returns those whose every line is needed. */
    public KeyFilter watched() {
        return watched;
    }

    /** Returns those whose predecessor is needed. */
    public KeyFilter awaited() {
        return awaited;
    }

    /** Returns those that are looked for in place of a Message-ID. */
    public KeyFilter wanted() {
        return wanted;
    }
}
