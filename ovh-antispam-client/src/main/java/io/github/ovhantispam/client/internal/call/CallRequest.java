package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A request of the API by its route, made anew for each attempt. */
public final class CallRequest<T> {

    private final Route route;
    private final Function<Attempt, Call<T>> call;
    private final Function<T, @Nullable String> mismatch;

    private CallRequest(Route route, Function<Attempt, Call<T>> call, Function<T, @Nullable String> mismatch) {
        this.route = route;
        this.call = call;
        this.mismatch = mismatch;
    }

    public static <T> CallRequest<T> of(Route route, Function<Attempt, Call<T>> call) {
        return new CallRequest<>(route, call, body -> null);
    }

    /** Returns the same request, whose response has to be about what was asked for. */
    <K> CallRequest<T> about(K requested, Function<T, K> subject) {
        return new CallRequest<>(route, call, body -> {
            K actual = subject.apply(body);
            return actual.equals(requested) ? null : "it is about another address: " + actual;
        });
    }

    public Route route() {
        return route;
    }

    /** Makes the request once and sends nothing: the JVM and Retrofit then have ready what it takes. */
    public void prepare() {
        Request unused = create(new Attempt(route, 1)).request();
    }

    Call<T> create(Attempt attempt) {
        return call.apply(attempt);
    }

    /** Returns the reason why a body cannot be the response to this request; null when it can. */
    @Nullable
    String mismatch(T body) {
        return mismatch.apply(body);
    }
}
