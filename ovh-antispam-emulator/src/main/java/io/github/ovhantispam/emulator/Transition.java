package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.limit.DateRange;
import java.time.Duration;

/** When an accepted release takes effect: how {@code unblocking} becomes {@code unblocked}. */
public sealed interface Transition {

    /**
     * At once: the unblock call itself responds with {@code unblocked}.
     *
     * @return the policy
     */
    static Transition immediately() {
        return new Immediately();
    }

    /**
     * Returns a while after the unblock call was accepted.
     *
     * @param delay in emulator time, not negative
     * @return the policy
     */
    static Transition after(Duration delay) {
        return new After(delay);
    }

    /**
     * After the address was read a number of times.
     *
     * @param reads how many reads of the address itself still respond with {@code unblocking}; lists do not count
     * @return the policy
     */
    static Transition afterReads(int reads) {
        return new AfterReads(reads);
    }

    /**
     * Never: the address stays {@code unblocking}.
     *
     * @return the policy
     */
    static Transition never() {
        return new Never();
    }

    /** See {@link Transition#immediately()}. */
    record Immediately() implements Transition {}

    /**
     * See {@link Transition#after(Duration)}.
     *
     * @param delay in emulator time
     */
    record After(Duration delay) implements Transition {
        /**
         * Checks the delay.
         *
         * @param delay in emulator time
         * @throws IllegalArgumentException when it is negative, or longer than from 1970 to 9999
         */
        public After {
            DateRange.duration("delay", delay);
        }
    }

    /**
     * See {@link Transition#afterReads(int)}.
     *
     * @param reads how many reads still respond with {@code unblocking}
     */
    record AfterReads(int reads) implements Transition {
        /**
         * Checks the count.
         *
         * @param reads how many reads still respond with {@code unblocking}
         * @throws IllegalArgumentException when it is negative
         */
        public AfterReads {
            if (reads < 0) {
                throw new IllegalArgumentException("reads: negative: " + reads);
            }
        }
    }

    /** See {@link Transition#never()}. */
    record Never() implements Transition {}
}
