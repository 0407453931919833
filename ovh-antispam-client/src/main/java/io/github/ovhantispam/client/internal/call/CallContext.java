package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.CallOptions;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.time.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of calls: their client, options and scope.
 *
 * @param pace the pace that the requests of a sweep share; null outside of one
 * @param changed true when something has been changed before, which the failures then say
 */
record CallContext(
        ClientRuntime runtime,
        CallOptions options,
        CancellationScope scope,
        @Nullable SweepPace pace,
        boolean changed) {

    CallContext in(CancellationScope otherScope) {
        return new CallContext(runtime, options, otherScope, pace, changed);
    }

    CallContext with(CallOptions otherOptions) {
        return new CallContext(runtime, otherOptions, scope, pace, changed);
    }

    CallContext at(@Nullable SweepPace otherPace) {
        return new CallContext(runtime, options, scope, otherPace, changed);
    }

    CallContext afterChange() {
        return new CallContext(runtime, options, scope, pace, true);
    }

    Deadline deadline() {
        return Deadline.after(options.timeout(), runtime.clock());
    }

    void sleep(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            scope.waiting(() -> {
                runtime.sleeper().sleep(duration);
                return duration;
            });
        } catch (AntispamInterruptedException e) {
            throw changed ? new AntispamInterruptedException("interrupted while waiting", e, true) : e;
        }
    }
}
