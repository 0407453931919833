package io.github.ovhantispam.cli.keys;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.client.AntispamApiException;
import io.github.ovhantispam.client.AntispamClient;
import java.time.Duration;

/** The wait until the account's owner has validated a consumer key. */
public final class Validation {

    private static final int FORBIDDEN = 403;

    private final Duration pause;

    /** Asks again after each pause. */
    public Validation(Duration pause) {
        this.pause = pause;
    }

    /**
     * Waits. One request per pause.
     *
     * @throws CommandFailure when nobody validates it in time, or the wait is interrupted
     */
    public void await(AntispamClient client, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isValid(client)) {
            if (System.nanoTime() - end >= 0) {
                throw CommandFailure.of(
                        ExitCode.TIME, "nobody has validated the key in time; nothing was written: run keys again");
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CommandFailure.of(
                        ExitCode.INTERRUPTED, "interrupted; the key is not written, and run keys again for another", e);
            }
        }
    }

    private static boolean isValid(AntispamClient client) {
        try {
            return client.ipBlocks().stream().limit(1).count() <= 1; // an account without blocks will do
        } catch (AntispamApiException e) {
            // The status of a key that is not validated yet. A wrong secret has another one, and is not waited out.
            if (e.statusCode() == FORBIDDEN) {
                return false;
            }
            throw e;
        }
    }
}
