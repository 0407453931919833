package io.github.ovhantispam.mail.internal.log.trace;

import io.github.ovhantispam.mail.internal.log.line.LogTime;
import io.github.ovhantispam.mail.internal.log.mta.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Map<Integer, List<Candidate>> candidates = new HashMap<>();
    private final Map<Target, Set<Long>> chosen = new LinkedHashMap<>();
    private final Set<Long> wanted = new HashSet<>();
    private int kept;
    private boolean full;

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

    private record Candidate(long key, LogTime time) {}

    void delivered(long key, Delivery delivery, LogTime time) {
        for (int target : byAddress.getOrDefault(delivery.address(), List.of())) {
            if (!time.mayBeNear(targets.get(target).date(), TOLERANCE)) {
                continue; // a large provider gets thousands of mails a day
            }
            full |= kept == MOST_CANDIDATES;
            if (kept < MOST_CANDIDATES) {
                kept++;
                candidates.computeIfAbsent(target, number -> new ArrayList<>()).add(new Candidate(key, time));
            }
        }
    }

    /** Returns whether more deliveries were near than were kept. */
    boolean wasFull() {
        return full;
    }

    /**
     * Chooses the nearest deliveries, after the logs have been read.
     *
     * @return the keys of their queue ids
     */
    public Set<Long> choose() {
        candidates.forEach((number, near) -> {
            Target target = targets.get(number);
            Duration nearest = TOLERANCE;
            Set<Long> keys = new HashSet<>();
            for (Candidate candidate : near) {
                Duration distance = target.distance(candidate.time());
                if (distance.compareTo(nearest) < 0) {
                    nearest = distance;
                    keys.clear();
                }
                if (distance.equals(nearest)) {
                    keys.add(candidate.key());
                }
            }
            chosen.put(target, keys);
            wanted.addAll(keys);
        });
        return Set.copyOf(wanted);
    }

    boolean isWanted(long key) {
        return wanted.contains(key);
    }

    /** Returns the deliveries for which more than one queue id is as near, with all of these. */
    Map<Target, Set<Long>> ambiguous() {
        Map<Target, Set<Long>> several = new LinkedHashMap<>(chosen);
        several.values().removeIf(keys -> keys.size() < 2);
        return several;
    }

    /** Returns whether a pass made one of the deliveries: its queue id may have been another mail's before. */
    boolean fits(Pass pass) {
        return !madeBy(pass).isEmpty();
    }

    /** Returns those for which none of the passes will do. */
    List<Target> without(List<Pass> passes) {
        Set<Target> made = new HashSet<>();
        passes.forEach(pass -> made.addAll(madeBy(pass)));
        return targets.stream().filter(target -> !made.contains(target)).toList();
    }

    private Set<Target> madeBy(Pass pass) {
        Set<Target> made = new HashSet<>();
        for (Pass.Attempt attempt : pass.attempts()) {
            for (int number : byAddress.getOrDefault(attempt.delivery().address(), List.of())) {
                Target target = targets.get(number);
                if (target.distance(attempt.time()).compareTo(TOLERANCE) <= 0) {
                    made.add(target);
                }
            }
        }
        return made;
    }
}
