package io.github.ovhantispam.emulator;

import java.nio.file.Path;

/** Something an account can be filled with. */
@FunctionalInterface
public interface Seed {

    /**
     * Fills the account.
     *
     * @param emulator whose account it is
     * @throws IllegalArgumentException when the seed is unfit
     */
    void sow(AntispamEmulator emulator);

    /**
     * Returns the vendor guide's own example: its seven blocks, address 122.122.122.122, blocked on 2022-08-29 at
     * 17:42:50+01:00 for 3600 seconds, its statistics and the mails its alert lists.
     *
     * <p>A virtual clock is moved to the moment of the guide's refusal, when 129 seconds are left. The machine's clock
     * is left alone, so that there the block is long over.
     *
     * @return the seed
     */
    static Seed guide() {
        return new GuideSeed();
    }

    /**
     * Returns an account written down as JSON. The format is described in {@code docs/seed-format.md}.
     *
     * @param json the document itself
     * @return the seed
     * @throws IllegalArgumentException when the document is not a JSON object; a mistake within it is reported, with
     *     its place, when the account is filled
     */
    static Seed json(String json) {
        return JsonSeed.parse(json);
    }

    /**
     * Returns an account written down as JSON, in a file.
     *
     * @param file the file, in UTF-8
     * @return the seed
     * @throws IllegalArgumentException when the document is not a JSON object; a mistake within it is reported, with
     *     its place, when the account is filled
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    static Seed json(Path file) {
        return JsonSeed.read(file);
    }

    /**
     * Returns a large account, the same one each time for the same numbers: blocks of 16 IPv4 addresses each, some of
     * whose addresses are blocked from the emulator's now, for 1 to 24 hours.
     *
     * @param blocks how many blocks, up to 1,048,576
     * @param blocked how many addresses are blocked in all
     * @param seed where the chance begins
     * @return the seed
     * @throws IllegalArgumentException when a number is negative or too large
     */
    static Seed generated(int blocks, int blocked, long seed) {
        return new GeneratedSeed(blocks, blocked, seed);
    }
}
