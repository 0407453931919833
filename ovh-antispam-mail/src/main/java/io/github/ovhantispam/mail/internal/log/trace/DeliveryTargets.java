package io.github.ovhantispam.mail.internal.log.trace;

import io.github.ovhantispam.mail.internal.log.line.LogTime;
import io.github.ovhantispam.mail.internal.log.mta.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deliveries that are known by their time and destination alone, and the queue ids that fit. */
public final class DeliveryTargets {

    /** Clocks differ, and a delivery is logged when it is over. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_CANDIDATES = 100_000;

    private final List<Target> targets;
    private final Map<String, List<Integer>> byAddress = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Long> wanted = new HashSet<>();

    public DeliveryTargets(List<Target> targets) {
        this.targets = List.copyOf(targets);
        for (int i = 0; i < targets.size(); i++) {
            byAddress
                    .computeIfAbsent(targets.get(i).address(), address -> new ArrayList<>())
                    .add(i);
        }
    }

    /**
     * A delivery that is looked for.
     *
     * @param date when the mail was sent
     * @param address the address it was sent to
     */
    public record Target(Instant date, String address) {

        Duration distance(LogTime time) {
            return Duration.between(date, time.instant()).abs();
        }
    }

    private record Candidate(int target, long key, LogTime time) {}

    void delivered(long key, Delivery delivery, LogTime time) {
        for (int target : byAddress.getOrDefault(delivery.address(), List.of())) {
            if (candidates.size() < MOST_CANDIDATES) {
                candidates.add(new Candidate(target, key, time));
            }
        }
    }

    /**
     * Chooses the nearest deliveries, after the logs have been read.
     *
     * @return the keys of their queue ids
     */
    public Set<Long> choose() {
        for (int i = 0; i < targets.size(); i++) {
            Duration nearest = TOLERANCE;
            List<Long> keys = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (candidate.target() == i) {
                    Duration distance = targets.get(i).distance(candidate.time());
                    if (distance.compareTo(nearest) < 0) {
                        nearest = distance;
                        keys.clear();
                    }
                    if (distance.equals(nearest)) {
                        keys.add(candidate.key());
                    }
                }
            }
            wanted.addAll(keys);
        }
        return Set.copyOf(wanted);
    }

    boolean isWanted(long key) {
        return wanted.contains(key);
    }

    /** Returns whether a pass made one of the deliveries: its queue id may have been another mail's before. */
    boolean fits(Pass pass) {
        return targets.stream().anyMatch(target -> fits(target, pass));
    }

    /** Returns those for which none of the passes will do. */
    List<Target> without(List<Pass> passes) {
        return targets.stream()
                .filter(target -> passes.stream().noneMatch(pass -> fits(target, pass)))
                .toList();
    }

    private static boolean fits(Target target, Pass pass) {
        return pass.attempts().stream()
                .anyMatch(attempt -> target.address().equals(attempt.delivery().address())
                        && target.distance(attempt.time()).compareTo(TOLERANCE) <= 0);
    }
}
