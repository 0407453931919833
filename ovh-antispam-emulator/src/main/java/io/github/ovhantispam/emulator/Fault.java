package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.fault.FaultEffect;
import io.github.ovhantispam.emulator.internal.fault.FaultTiming;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A fault that waits for its requests. Thread-safe. */
public final class Fault {

    private final Predicate<EmulatedRequest> condition;
    private final FaultEffect fault;
    private final @Nullable Random chance;
    private final double probability;
    private long callsToSpare;
    private long timesLeft;
    private long timesApplied;

    Fault(Predicate<EmulatedRequest> condition, FaultEffect fault, FaultTiming timing) {
        this.condition = condition;
        this.fault = fault;
        this.callsToSpare = timing.afterCalls();
        this.timesLeft = timing.times();
        this.probability = timing.probability();
        this.chance = probability < 1 ? new Random(timing.seed()) : null;
    }

    /**
     * Returns the effect if the fault strikes a request. A test's condition may wait for something, so no lock is held
     * meanwhile.
     */
    Optional<FaultEffect> claim(EmulatedRequest request) {
        return isOver() || !condition.test(request) ? Optional.empty() : strike();
    }

    /** Returns true when it strikes no more. */
    synchronized boolean isOver() {
        return timesLeft == 0;
    }

    private synchronized Optional<FaultEffect> strike() {
        if (timesLeft == 0) {
            return Optional.empty();
        }
        if (callsToSpare > 0) {
            callsToSpare--;
            return Optional.empty();
        }
        if (chance != null && chance.nextDouble() >= probability) {
            return Optional.empty();
        }
        timesLeft--;
        timesApplied++;
        return Optional.of(fault);
    }

    /**
     * Returns the number of requests it has struck.
     *
     * @return a count, from 0
     */
    public synchronized long timesApplied() {
        return timesApplied;
    }

    /** Makes it strike no more. */
    public synchronized void remove() {
        timesLeft = 0;
    }

    /** Returns a description of its effect. */
    @Override
    public String toString() {
        return fault.description();
    }
}
