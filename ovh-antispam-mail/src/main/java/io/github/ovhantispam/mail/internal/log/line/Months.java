package io.github.ovhantispam.mail.internal.log.line;

/** The names of the months, as syslog writes them in every language. */
final class Months {

    private static final String NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Months() {}

    /** Returns 1 to 12, or 0 when there is no month. */
    public static int of(byte[] bytes, int at) {
        for (int i = 0; i < NAMES.length(); i += 3) {
            if (bytes[at] == NAMES.charAt(i)
                    && bytes[at + 1] == NAMES.charAt(i + 1)
                    && bytes[at + 2] == NAMES.charAt(i + 2)) {
                return i / 3 + 1;
            }
        }
        return 0;
    }
}
