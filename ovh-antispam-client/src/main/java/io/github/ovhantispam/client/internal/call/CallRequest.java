package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.wire.Attempt;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A request of the API, made anew for each attempt. */
@FunctionalInterface
public interface CallRequest<T> {

    Call<T> create(Attempt attempt);

    /** Returns the reason why a body cannot be the response to this request; null when it can. */
    default @Nullable String mismatch(T body) {
        return null;
    }
}
