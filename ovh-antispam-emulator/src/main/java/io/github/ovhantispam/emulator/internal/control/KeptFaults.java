package io.github.ovhantispam.emulator.internal.control;

import io.github.ovhantispam.emulator.Fault;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import java.util.ArrayList;
import java.util.List;

/** The faults that the control API was told of and that may still strike: no more than the heap has room for. */
final class KeptFaults {

    private static final long MOST_BYTES = HeapShare.of(12, 2 << 20, 256 << 20);
    private static final int LEAST_BYTES = 1000;

    private final ControlledEmulator emulator;
    private final List<Kept> kept = new ArrayList<>();

    KeptFaults(ControlledEmulator emulator) {
        this.emulator = emulator;
    }

    private record Kept(Fault fault, long bytes) {}

    /** Adds a fault that was told of in a text of some length. */
    synchronized void add(ControlFault told, int length) {
        kept.removeIf(old -> emulator.isOver(old.fault()));
        long bytes = LEAST_BYTES + 2L * length;
        if (bytes + kept.stream().mapToLong(Kept::bytes).sum() > MOST_BYTES) {
            throw new IllegalArgumentException("there are as many faults as the heap has room for: DELETE them");
        }
        kept.add(new Kept(told.addTo(emulator.faults()), bytes));
    }
}
