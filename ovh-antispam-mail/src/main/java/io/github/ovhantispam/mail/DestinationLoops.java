package io.github.ovhantispam.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The feedback loops that serve one destination.
 *
 * @param destination the domain or address that was looked up, printable
 * @param loops those of the list that serve it, often none
 * @param trouble the failure of DNS that leaves open if there are any, or empty
 */
public record DestinationLoops(String destination, List<FeedbackLoop> loops, Optional<String> trouble) {

    /**
     * Not for application code: results come from {@link FeedbackLoops}.
     *
     * @param destination the domain or address
     * @param loops those that serve it
     * @param trouble the failure of DNS, or empty
     */
    public DestinationLoops {
        Objects.requireNonNull(destination, "destination");
        loops = List.copyOf(loops);
        Objects.requireNonNull(trouble, "trouble");
    }
}
