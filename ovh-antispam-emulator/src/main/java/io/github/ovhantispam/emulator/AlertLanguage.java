package io.github.ovhantispam.emulator;

/** A language of the mail by which the vendor announces a block. */
public enum AlertLanguage {
    /** The address stands within the sentence. */
    ENGLISH,
    /** The address stands on a line of its own, and blanks precede the first two colons of a sample. */
    FRENCH
}
