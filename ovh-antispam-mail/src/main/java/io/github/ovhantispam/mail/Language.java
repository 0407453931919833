package io.github.ovhantispam.mail;

/** The languages of a ready ticket. */
public enum Language {
    /** English. */
    ENGLISH,
    /** French. */
    FRENCH
}
