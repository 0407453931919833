package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.CallOptions;
import io.github.ovhantispam.client.internal.call.Outcome.Answer;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.concurrent.SingleFlight;
import io.github.ovhantispam.client.internal.error.ErrorDecoder;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.http.MalformedBodyException;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.ReverseIp;
import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/**
 * The call loop: makes attempts until one is answered or there is nothing more to try. It alone decides what is sent
 * again, so that the deadline, the listener and the log see every request.
 */
public final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");
    private static final Authentication NONE = new NoAuthentication();

    private final ClientRuntime transport;
    private final CallOptions options;
    private final CancellationScope scope;
    private final @Nullable SweepPace pace;
    private final boolean afterChange;

    public Calls(ClientRuntime transport, CallOptions options, CancellationScope scope) {
        this(transport, options, scope, null, false);
    }

    private Calls(
            ClientRuntime transport,
            CallOptions options,
            CancellationScope scope,
            @Nullable SweepPace pace,
            boolean afterChange) {
        this.pace = pace;
        this.afterChange = afterChange;
        this.transport = transport;
        this.options = options;
        this.scope = scope;
    }

    /** Makes the request of an attempt. */
    @FunctionalInterface
    public interface Request<T> {
        Call<T> create(Attempt attempt);
    }

    public ClientRuntime transport() {
        return transport;
    }

    public CallOptions options() {
        return options;
    }

    public CancellationScope scope() {
        return scope;
    }

    /** The same calls with an end of their own. */
    public Calls in(CancellationScope otherScope) {
        return new Calls(transport, options, otherScope, pace, afterChange);
    }

    /** The same calls with other options. */
    public Calls with(CallOptions otherOptions) {
        return new Calls(transport, otherOptions, scope, pace, afterChange);
    }

    /** For what a request needs before it can be sent: others may need it too, and must not wait for a turn. */
    private Calls unpaced() {
        return pace == null ? this : new Calls(transport, options, scope, null, afterChange);
    }

    /** The same calls as part of a sweep, whose requests share a pace. */
    public Calls at(SweepPace sharedPace) {
        return new Calls(transport, options, scope, sharedPace, afterChange);
    }

    /** The same calls, whose failures say that something has been changed before. */
    public Calls afterChange() {
        return new Calls(transport, options, scope, pace, true);
    }

    public Deadline deadline() {
        return Deadline.after(options.timeout(), transport.clock());
    }

    /** Reads something, with retries. */
    public <T> Answer<T> read(Route route, Request<T> request) {
        return read(route, request, transport.authentication(), deadline());
    }

    public <T> Answer<T> read(Route route, Request<T> request, Deadline deadline) {
        return read(route, request, transport.authentication(), deadline);
    }

    /** Reads something that needs no right, with retries. */
    public <T> Answer<T> readPlain(Route route, Request<T> request, Deadline deadline) {
        return read(route, request, NONE, deadline);
    }

    private <T> Answer<T> read(Route route, Request<T> request, Authentication authentication, Deadline deadline) {
        Backoff backoff = backoff();
        boolean corrected = false;
        int serverErrors = 0;
        for (int number = 1; ; number++) {
            Attempt attempt = new Attempt(route, number);
            long turn = pace == null ? 0 : pace.await(this::sleep, scope);
            authentication.prepare(attempt, unpaced(), renewed(deadline));
            Outcome<T> outcome =
                    attempt(attempt, request, authentication, renewed(deadline).remaining());
            Failure failure = outcome.failure();
            tellPace(turn, failure, backoff);
            if (failure == null) {
                return Objects.requireNonNull(outcome.answer());
            }
            RetryTable.Step step = RetryTable.afterRead(failure, authentication);
            if (step == RetryTable.Step.CORRECT && !corrected) {
                corrected = true;
                authentication.correct(failure, unpaced(), renewed(deadline));
                tellRetried(failure, Duration.ZERO);
            } else if (step != RetryTable.Step.RESEND
                    || (failure.status() == 500 && ++serverErrors == mostServerErrors(route))
                    || !pause(backoff, failure, renewed(deadline))) {
                throw afterChange ? failure.exceptionAfterChange() : failure.exception();
            }
        }
    }

    /** In a sweep, each request has the time of a call: what it or others waited for their turns is no time of it. */
    private Deadline renewed(Deadline deadline) {
        return pace == null ? deadline : deadline();
    }

    private void tellPace(long turn, @Nullable Failure failure, Backoff backoff) {
        if (pace == null) {
            return;
        }
        if (failure != null && Failure.isOverload(failure.status())) {
            pace.refused(turn, backoff.capped(failure.retryAfter()), failure.exception());
        } else if (failure == null || failure.status() != 0) {
            pace.accepted(turn);
        }
    }

    /** In a sweep, some blocks answer 500 whenever they are asked; elsewhere the retry policy alone decides. */
    private int mostServerErrors(Route route) {
        return pace != null && route.isOfABlock() ? 2 : Integer.MAX_VALUE;
    }

    /** Makes one attempt, within what is left of a limit of real time. */
    <T> Outcome<T> attempt(Attempt attempt, Request<T> request, Authentication authentication, Duration left) {
        Call<T> call = request.create(attempt);
        String path = path(call);
        if (left.isZero()) {
            return new Outcome<>(null, ErrorDecoder.tooLate(attempt, path));
        }
        Duration limit = Deadline.ofAttempt(left);
        call.timeout().timeout(Math.max(1, Durations.nanos(limit)), TimeUnit.NANOSECONDS);
        AntispamListener.Request told =
                new AntispamListener.Request(attempt.route.method, attempt.route.path, attempt.number);
        CancellationScope.Entry entry = scope.enter(call::cancel);
        long started = System.nanoTime();
        Instant sentAt = transport.clock().instant();
        try {
            transport.listener().requestStarted(told);
            transport.dns().limit(limit, scope);
            Outcome<T> outcome = send(attempt, call, path, sentAt);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            tellEnd(attempt, told, path, outcome, elapsed);
            if (attempt.status() != 0) {
                authentication.learn(attempt, sentAt, transport.clock().instant());
                transport.serverClock().heard(attempt.headers().getInstant("Date"));
            }
            return outcome;
        } finally {
            transport.dns().unlimit();
            scope.leave(entry);
        }
    }

    private <T> Outcome<T> send(Attempt attempt, Call<T> call, String path, Instant sentAt) {
        try {
            Response<T> response = call.execute();
            T body = response.body();
            if (body instanceof SpamIp spam && !attempt.isAbout(spam.ipSpamming())) {
                throw new MalformedBodyException("it is about another address: " + spam.ipSpamming(), "");
            }
            if (body instanceof ReverseIp reverse && !attempt.isAbout(reverse.ipReverse())) {
                throw new MalformedBodyException("it is about another address: " + reverse.ipReverse(), "");
            }
            if (body != null) {
                return new Outcome<>(
                        new Answer<>(
                                body,
                                attempt.headers(),
                                sentAt,
                                transport.clock().instant()),
                        null);
            }
            if (response.isSuccessful()) {
                throw new MalformedBodyException("the body is empty", "");
            }
            String errorBody =
                    response.errorBody() == null ? "" : response.errorBody().string();
            return new Outcome<>(null, transport.errors().refusal(attempt, path, errorBody));
        } catch (MalformedBodyException e) {
            return new Outcome<>(null, transport.errors().unreadable(attempt, path, e));
        } catch (IOException e) {
            return new Outcome<>(
                    null,
                    transport
                            .errors()
                            .lost(
                                    attempt,
                                    path,
                                    e,
                                    interruption(Thread.currentThread().isInterrupted())));
        } catch (Exception e) {
            // OkHttp throws InterruptedException while it connects, undeclared, and an interceptor can throw anything.
            boolean interrupted = e instanceof InterruptedException;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            IOException failure = new IOException("the HTTP client failed: " + e, e);
            return new Outcome<>(null, transport.errors().lost(attempt, path, failure, interruption(interrupted)));
        }
    }

    private @Nullable String interruption(boolean interrupted) {
        String ending = scope.ending();
        return ending == null && interrupted ? "interrupted" : ending;
    }

    private void tellEnd(
            Attempt attempt, AntispamListener.Request told, String path, Outcome<?> outcome, Duration elapsed) {
        Failure failure = outcome.failure();
        if (failure == null || failure.status() != 0) {
            String queryId = transport.errors().queryId(attempt.headers());
            LOG.debug(
                    "{} {} -> {} in {} ms, attempt {}, query id {}",
                    attempt.route.method,
                    path,
                    attempt.status(),
                    elapsed.toMillis(),
                    attempt.number,
                    queryId);
            transport.listener().requestAnswered(told, new AntispamListener.Answer(attempt.status(), queryId, elapsed));
        } else {
            AntispamException thrown = failure.exception();
            LOG.debug("{} in {} ms, attempt {}", thrown.getMessage(), elapsed.toMillis(), attempt.number);
            transport.listener().requestFailed(told, thrown, elapsed);
        }
    }

    /** The path below the endpoint, as sent. */
    private String path(Call<?> call) {
        String path = call.request().url().encodedPath();
        return path.startsWith(transport.basePath())
                ? path.substring(transport.basePath().length())
                : path;
    }

    /** What decides on the pauses of one call. */
    Backoff backoff() {
        return new Backoff(options.retryPolicy());
    }

    /** Waits before the next attempt; false, without waiting, when there is none or the deadline would pass. */
    boolean pause(Backoff backoff, Failure failure, Deadline deadline) {
        Optional<Duration> pause = backoff.pauseAfter(failure);
        if (pause.isPresent() && pace != null && Failure.isOverload(failure.status())) {
            tellRetried(failure, pace.left()); // its next turn comes late enough, and so do those of all others
            return true;
        }
        if (pause.isEmpty() || !deadline.allows(pause.get())) {
            return false;
        }
        tellRetried(failure, pause.get());
        sleep(pause.get());
        return true;
    }

    void tellRetried(Failure failure, Duration pause) {
        Attempt attempt = failure.attempt();
        transport
                .listener()
                .requestRetried(
                        new AntispamListener.Request(attempt.route.method, attempt.route.path, attempt.number),
                        pause,
                        failure.exception());
    }

    public void sleep(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            scope.blocking(() -> {
                transport.sleeper().sleep(duration);
                return duration;
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a sleeper throws neither", e);
        } catch (AntispamInterruptedException e) {
            throw afterChange ? new AntispamInterruptedException("interrupted while waiting", e, true) : e;
        }
    }

    public <T> T once(SingleFlight<T> flight, Supplier<@Nullable T> present, Supplier<T> work, Deadline deadline) {
        return flight.run(present, work, deadline, scope);
    }
}
