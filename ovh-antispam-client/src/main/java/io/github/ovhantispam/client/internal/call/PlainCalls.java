package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.concurrent.SingleFlight;
import io.github.ovhantispam.client.internal.time.Deadline;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls that an {@link Authentication} makes for itself, which need no authentication. */
public interface PlainCalls {

    <T> ApiResponse<T> readPlain(CallRequest<T> request, Deadline deadline);

    /** Runs work once for all threads that need its result now. */
    <T> T once(SingleFlight<T> flight, Supplier<@Nullable T> present, Supplier<T> work, Deadline deadline);
}
