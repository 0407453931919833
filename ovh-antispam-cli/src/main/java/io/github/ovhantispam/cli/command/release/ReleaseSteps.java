package io.github.ovhantispam.cli.command.release;

import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.ReleaseProgress;
import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps of a release, told as they come, and remembered for when it is interrupted. */
final class ReleaseSteps implements Consumer<ReleaseProgress> {

    private final Console console;
    private final IpAddress address;
    private boolean asked;
    private boolean accepted;
    private @Nullable Step last;

    ReleaseSteps(Console console, IpAddress address, SpamState state) {
        this.console = console;
        this.address = address;
        this.accepted = state.equals(SpamState.UNBLOCKING);
    }

    @Override
    public void accept(ReleaseProgress progress) {
        asked |= progress.step() == Step.UNBLOCKING;
        if (progress.step() == Step.WAITING_FOR_EFFECT || progress.state().equals(SpamState.UNBLOCKING)) {
            accepted = true;
        } else if (progress.step() == Step.WAITING_FOR_END_OF_BLOCK) {
            asked = false; // a refusal: it is to be asked for again
            accepted = false;
        }
        // The wait for the effect is a line every few seconds, of which the first says enough.
        if (progress.step() != last) {
            console.note(Printable.of(progress.toString()));
        }
        last = progress.step();
    }

    /** Returns one line that says what was done before an interruption, and what goes on. */
    String whenInterrupted(AntispamException interruption) {
        String next = "; to see what became of it: ovh-antispam show " + address;
        if (accepted) {
            return "interrupted; the release of " + address + " was accepted and continues at OVHcloud" + next;
        }
        return asked || interruption.mayHaveBeenProcessed()
                ? "interrupted while the release of " + address + " was asked for; it may have been accepted" + next
                : "interrupted; no release was asked for, and " + address + " stays blocked";
    }
}
