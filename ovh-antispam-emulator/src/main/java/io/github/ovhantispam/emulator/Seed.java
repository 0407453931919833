package io.github.ovhantispam.emulator;

/** Something an account can be filled with. */
@FunctionalInterface
public interface Seed {

    /**
     * Fills the account.
     *
     * @param emulator whose account it is
     */
    void sow(AntispamEmulator emulator);

    /**
     * The vendor guide's own example: its seven blocks, address 122.122.122.122, blocked on 2022-08-29 at
     * 17:42:50+01:00 for 3600 seconds, its statistics and the mails its alert lists.
     *
     * <p>A virtual clock is moved to the moment of the guide's refusal, when 129 seconds are left. The machine's clock
     * is left alone, so that there the sentence is long over.
     *
     * @return the seed
     */
    static Seed guide() {
        return new GuideSeed();
    }
}
