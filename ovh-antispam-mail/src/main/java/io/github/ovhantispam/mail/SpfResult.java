package io.github.ovhantispam.mail;

/** The result of an SPF check (RFC 7208, section 2.6). */
public enum SpfResult {
    /** The address may send for the domain. */
    PASS,
    /** The address may not send for the domain. */
    FAIL,
    /** The address probably may not send for the domain. */
    SOFTFAIL,
    /** The domain asserts nothing about the address. */
    NEUTRAL,
    /** The domain has no SPF record, or the sender no domain. */
    NONE,
    /** Not settled: DNS failed, or the records could not be evaluated. */
    TEMPERROR,
    /** The records are invalid, or evaluating them takes more look-ups than the RFC allows. */
    PERMERROR
}
