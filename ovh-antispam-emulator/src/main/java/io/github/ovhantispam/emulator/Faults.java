package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.fault.FaultEffect;
import io.github.ovhantispam.emulator.internal.fault.FaultTiming;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The faults that a test has added.
 *
 * <pre>{@code
 * emulator.faults().on(Operation.UNBLOCK).times(1).resetAfterProcessing();
 * emulator.faults().on(Operation.LIST_SPAM).afterCalls(3).times(2).retryAfter(429, Duration.ofSeconds(2));
 * }</pre>
 *
 * <p>If several faults match a request, the one added first applies. Faults strike before the request is authenticated,
 * unless they say that they process it. Thread-safe.
 */
public final class Faults {

    private final EmulatorClock clock;
    private final InstantSource authClock;
    private final List<Fault> active = new CopyOnWriteArrayList<>();

    Faults(EmulatorClock clock, InstantSource authClock) {
        this.clock = clock;
        this.authClock = authClock;
    }

    /**
     * Begins a fault for some operations.
     *
     * @param operation the operation to strike
     * @param others more of them
     * @return to be completed: when it strikes, then what it does
     */
    public FaultRule on(Operation operation, Operation... others) {
        Set<Operation> wanted = new HashSet<>(List.of(others));
        wanted.add(operation);
        return when(request -> wanted.contains(request.operation()));
    }

    /**
     * Begins a fault for requests that meet a condition.
     *
     * @param condition is called with every request, by many threads at once
     * @return to be completed: when it strikes, then what it does
     */
    public FaultRule when(Predicate<EmulatedRequest> condition) {
        return new FaultRule(this, condition, FaultTiming.always());
    }

    /**
     * Begins a fault for every request.
     *
     * @return to be completed: when it strikes, then what it does
     */
    public FaultRule onEveryRequest() {
        return when(request -> true);
    }

    /** Removes every fault. */
    public void clear() {
        active.forEach(Fault::remove);
        active.clear();
    }

    EmulatorClock clock() {
        return clock;
    }

    /** Returns the clock of the Date header, which a date in another header is held against. */
    InstantSource authClock() {
        return authClock;
    }

    Fault add(Fault fault) {
        active.removeIf(Fault::isOver); // or a long run of tests would keep them all
        active.add(fault);
        return fault;
    }

    Optional<FaultEffect> pick(EmulatedRequest request) {
        for (Fault fault : active) {
            Optional<FaultEffect> claimed = fault.claim(request);
            if (claimed.isPresent()) {
                return claimed;
            }
        }
        return Optional.empty();
    }
}
