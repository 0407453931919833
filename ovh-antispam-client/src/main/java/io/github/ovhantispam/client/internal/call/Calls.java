package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.CallOptions;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;

/**
 * The calls of a client, or of a part of it: everything that sends a request does so here. Its loops alone decide what
 * is sent again, so that the deadline, the listener and the log see every request.
 */
public final class Calls {

    private final CallContext context;

    public Calls(ClientRuntime runtime, CallOptions options, CancellationScope scope) {
        this(new CallContext(runtime, options, scope, null, false));
    }

    private Calls(CallContext context) {
        this.context = context;
    }

    public ClientRuntime runtime() {
        return context.runtime();
    }

    public ApiRequests requests() {
        return context.runtime().requests();
    }

    /** Returns the threads of the client, which all of its calls share. */
    public ClientThreads threads() {
        return context.runtime().threads();
    }

    public CallOptions options() {
        return context.options();
    }

    public CancellationScope scope() {
        return context.scope();
    }

    public Calls in(CancellationScope otherScope) {
        return new Calls(context.in(otherScope));
    }

    public Calls with(CallOptions otherOptions) {
        return new Calls(context.with(otherOptions));
    }

    /** Returns the same calls as part of a sweep, whose requests share a pace. */
    public Calls at(SweepPace sharedPace) {
        return new Calls(context.at(sharedPace));
    }

    /** Returns the same calls, whose failures say that something has been changed before. */
    public Calls afterChange() {
        return new Calls(context.afterChange());
    }

    /** Returns the deadline of a call that begins now. */
    public Deadline deadline() {
        return context.deadline();
    }

    /** Reads something, with retries. */
    public <T> ApiResponse<T> read(CallRequest<T> request) {
        return read(request, deadline());
    }

    public <T> ApiResponse<T> read(CallRequest<T> request, Deadline deadline) {
        return new ReadLoop(context).read(request, deadline);
    }

    /** Reads something that needs no authentication, with retries. */
    public <T> ApiResponse<T> readPlain(CallRequest<T> request) {
        return new ReadLoop(context).readPlain(request, deadline());
    }

    public SpamIp readSpamIp(IpBlock block, IpAddress ip, Deadline deadline) {
        return read(requests().spamIp(block, ip), deadline).value();
    }

    /** Unblocks an address: at most one request of the call takes effect. */
    public SpamIp unblock(IpBlock block, IpAddress ip, Precaution precaution, Deadline deadline) {
        return new UnblockLoop(context, block, ip).run(precaution, deadline);
    }

    /** Sends a request that creates something: at most one request of the call takes effect. */
    public <T> T create(CallRequest<T> request) {
        return new WriteLoop<>(context, request, null).run();
    }

    /** Sends a request that sets something to a state, where a second one does no harm. */
    public <T> T set(CallRequest<T> request, ReadBack<?, T> readBack) {
        return new WriteLoop<>(context, request, readBack).run();
    }

    /** Waits, unless the thread is interrupted or the scope ends. */
    public void sleep(Duration duration) {
        context.sleep(duration);
    }
}
