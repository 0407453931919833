package io.github.ovhantispam.emulator.internal.http;

import java.time.Duration;

/**
 * The way in which a response travels.
 *
 * @param delay real time before its first byte
 * @param pace real time between two bytes of its body, for {@link Manner#DRIPPED}
 * @param padding how many bytes of blank space follow the body and are counted as part of it
 */
public record Delivery(Manner manner, Duration delay, Duration pace, long padding) {

    /** The things that can happen to a response on its way. */
    public enum Manner {
        /** It arrives. */
        WHOLE,
        /** It arrives in chunks instead of with a length. */
        CHUNKED,
        /** It arrives slowly. */
        DRIPPED,
        /** Its head and half of its body arrive, then the connection is reset. */
        CUT,
        /** All of it arrives, but its length promised more, and the connection is closed. */
        OVERSTATED,
        /** The connection is reset instead. */
        RESET,
        /** Nothing ever arrives, and the connection stays open. */
        NEVER
    }

    /** At once and whole. */
    public static Delivery prompt() {
        return of(Manner.WHOLE);
    }

    /** At once, in a manner. */
    public static Delivery of(Manner manner) {
        return new Delivery(manner, Duration.ZERO, Duration.ZERO, 0);
    }
}
