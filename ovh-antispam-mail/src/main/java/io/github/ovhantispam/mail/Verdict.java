package io.github.ovhantispam.mail;

/** The verdict of one rule of an audit. */
public enum Verdict {
    /** The rule is met. */
    PASS,
    /** The rule is met in part, or is a recommendation only. */
    WARN,
    /** The rule is broken. */
    FAIL,
    /** The rule could not be checked, because DNS failed or no fact about it can be had. */
    UNKNOWN
}
