package io.github.ovhantispam.emulator.internal.control;

import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Fault;
import io.github.ovhantispam.emulator.Faults;
import io.github.ovhantispam.emulator.Journal;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.emulator.internal.account.Account;
import java.util.Map;

/** The part of an emulator that the control API shows and changes. */
public interface ControlledEmulator {

    /** Returns the variables of every kind of client, by name. */
    Map<String, String> environment();

    /** Returns the clock of the blocks. */
    EmulatorClock clock();

    /** Returns the blocks. */
    Account account();

    /** Returns the requests so far. */
    Journal journal();

    /** Returns the faults that wait for requests. */
    Faults faults();

    /** Returns true when a fault strikes no more. */
    boolean isOver(Fault fault);

    /** Fills the account. */
    void seed(Seed seed);

    /** Adds a mail to the notification history and returns its number. */
    long notify(String subject, String body);

    /** Makes everything as it was at the start. */
    void reset();
}
