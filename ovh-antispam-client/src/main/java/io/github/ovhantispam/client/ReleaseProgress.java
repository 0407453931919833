package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;

/**
 * A step of a {@link Release}.
 *
 * @param ipSpamming the address
 * @param step the current step
 * @param state the last known state
 * @param pause how long the client waits before it goes on; zero when it does not wait
 */
public record ReleaseProgress(IpAddress ipSpamming, Step step, SpamState state, Duration pause) {

    /** A step of a release. */
    public enum Step {
        /** Waiting until the block has run out. */
        WAITING_FOR_END_OF_BLOCK,
        /** Requesting the release. */
        UNBLOCKING,
        /** Waiting until the release is effective. */
        WAITING_FOR_EFFECT,
        /** Reading the state failed; the release goes on and polls again. */
        RETRYING_POLL,
        /** Done: the address is unblocked. */
        RELEASED
    }

    /**
     * Returns a line for a person, such as {@code 122.122.122.122 is blockedForSpam: waiting 58 min 51 s for the end of
     * the block}.
     */
    @Override
    public String toString() {
        return ipSpamming + " is " + state + ": "
                + switch (step) {
                    case WAITING_FOR_END_OF_BLOCK -> "waiting " + DurationText.of(pause) + " for the end of the block";
                    case UNBLOCKING -> "requesting the release";
                    case WAITING_FOR_EFFECT -> "polling again in " + DurationText.of(pause);
                    case RETRYING_POLL -> "a poll failed, polling again in " + DurationText.of(pause);
                    case RELEASED -> "released";
                };
    }
}
