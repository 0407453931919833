package io.github.ovhantispam.cli.failure;

/** The exit codes of the program, as {@code docs/cli.md} documents them. */
public enum ExitCode {
    /** Everything was done. */
    OK(0),
    /** A mistake in this program. */
    UNEXPECTED(1),
    /** A wrong argument, or a file that cannot be read. */
    USAGE(2),
    /** Credentials that are missing, wrong, or do not allow the call. */
    CREDENTIALS(3),
    /** An address that never sent spam or is not of the account, or a file without an alert. */
    NOT_FOUND(4),
    /** A network or a server that failed. */
    SERVER(5),
    /** A precaution that does not hold, or cannot be checked. */
    PRECAUTION(6),
    /** A time limit that ran out, or an address that is still or again blocked. */
    TIME(7),
    /** Some blocks that could not be read. */
    PARTLY(8),
    /** Output that cannot be written or delivered. */
    OUTPUT(9),
    /** Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the number that the process ends with. */
    public int number() {
        return number;
    }
}
