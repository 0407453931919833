package io.github.ovhantispam.cli.watch;

import io.github.ovhantispam.cli.output.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A delivery that is tried again after pauses. */
public final class PersistentDelivery implements Delivery {

    private final Delivery delivery;
    private final List<Duration> pauses;
    private final Consumer<String> notes;

    /** Tries once, and once more after each of the pauses. */
    public PersistentDelivery(Delivery delivery, List<Duration> pauses, Consumer<String> notes) {
        this.delivery = delivery;
        this.pauses = List.copyOf(pauses);
        this.notes = notes;
    }

    @Override
    public void deliver(ChangeMessage message) throws IOException, InterruptedException {
        for (Duration pause : pauses) {
            try {
                delivery.deliver(message);
                return;
            } catch (IOException e) {
                notes.accept(
                        Printable.of("not delivered, once more in " + pause.toSeconds() + " s: " + e.getMessage()));
                Thread.sleep(pause.toMillis());
            }
        }
        delivery.deliver(message);
    }
}
