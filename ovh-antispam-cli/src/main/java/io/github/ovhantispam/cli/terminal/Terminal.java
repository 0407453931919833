package io.github.ovhantispam.cli.terminal;

import java.util.Optional;

/** The terminal that the program may have been started in. */
public interface Terminal {

    /** Returns true when standard output is shown on it. */
    boolean showsOutput();

    /** Returns true when standard error is shown on it. */
    boolean showsErrors();

    /** Returns the number of columns for results; very many where standard output is not a terminal. */
    int outputWidth();

    /** Returns the number of columns for a progress bar. */
    int errorWidth();

    /** Asks a person for a line; empty when there is nobody to ask. */
    Optional<String> ask(String question);

    /** Asks a person for a secret, which is not shown; empty when there is nobody to ask. */
    Optional<String> askSecretly(String question);
}
