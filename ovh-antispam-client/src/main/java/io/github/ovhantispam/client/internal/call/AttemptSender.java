package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.error.ConnectionFailures;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.http.MalformedBodyException;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/** The sender of one attempt, which the listener, the log and the authentication learn of. It decides on no other. */
final class AttemptSender {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    private final ClientRuntime runtime;
    private final CancellationScope scope;

    AttemptSender(ClientRuntime runtime, CancellationScope scope) {
        this.runtime = runtime;
        this.scope = scope;
    }

    /** Sends one attempt, within what is left of a limit of real time. */
    <T> Outcome<T> send(Attempt attempt, CallRequest<T> request, Authentication authentication, Duration left) {
        Call<T> call = request.create(attempt);
        String path = path(call);
        if (left.isZero()) {
            return new Outcome<>(null, ConnectionFailures.tooLate(attempt, path));
        }
        Duration limit = Deadline.ofAttempt(left);
        call.timeout().timeout(Math.max(1, Durations.nanos(limit)), TimeUnit.NANOSECONDS);
        AntispamListener.Request reported =
                new AntispamListener.Request(attempt.route.method, attempt.route.path, attempt.number);
        CancellationScope.Entry entry = scope.enter(call::cancel);
        long started = System.nanoTime();
        Instant sentAt = runtime.clock().instant();
        try {
            runtime.listener().requestStarted(reported);
            runtime.dns().limit(limit, scope);
            Outcome<T> outcome = execute(attempt, request, call, path, sentAt);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            notifyEnd(attempt, reported, path, outcome, elapsed);
            if (attempt.status() != 0) {
                authentication.learn(attempt, sentAt, runtime.clock().instant());
                runtime.serverClock().heard(attempt.headers().getInstant("Date"));
            }
            return outcome;
        } finally {
            runtime.dns().unlimit();
            scope.leave(entry);
        }
    }

    private <T> Outcome<T> execute(Attempt attempt, CallRequest<T> request, Call<T> call, String path, Instant sentAt) {
        try {
            Response<T> response = call.execute();
            T body = response.body();
            if (body != null) {
                String mismatch = request.mismatch(body);
                if (mismatch != null) {
                    throw new MalformedBodyException(mismatch, "");
                }
                return new Outcome<>(
                        new ApiResponse<>(
                                attempt.route,
                                body,
                                attempt.headers(),
                                sentAt,
                                runtime.clock().instant()),
                        null);
            }
            if (response.isSuccessful()) {
                throw new MalformedBodyException("the body is empty", "");
            }
            String errorBody =
                    response.errorBody() == null ? "" : response.errorBody().string();
            return new Outcome<>(null, runtime.errors().refusal(attempt, path, errorBody));
        } catch (MalformedBodyException e) {
            return new Outcome<>(null, runtime.errors().unreadable(attempt, path, e));
        } catch (IOException e) {
            return new Outcome<>(
                    null,
                    runtime.connectionFailures()
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
            return new Outcome<>(
                    null, runtime.connectionFailures().lost(attempt, path, failure, interruption(interrupted)));
        }
    }

    private @Nullable String interruption(boolean interrupted) {
        String ending = scope.ending();
        return ending == null && interrupted ? "interrupted" : ending;
    }

    private void notifyEnd(
            Attempt attempt, AntispamListener.Request reported, String path, Outcome<?> outcome, Duration elapsed) {
        Failure failure = outcome.failure();
        if (failure == null || failure.status() != 0) {
            String queryId = runtime.errors().queryId(attempt.headers());
            LOG.debug(
                    "{} {} -> {} in {} ms, attempt {}, query id {}",
                    attempt.route.method,
                    path,
                    attempt.status(),
                    elapsed.toMillis(),
                    attempt.number,
                    queryId);
            runtime.listener()
                    .responseReceived(reported, new AntispamListener.Response(attempt.status(), queryId, elapsed));
        } else {
            AntispamException thrown = failure.exception();
            LOG.debug("{} in {} ms, attempt {}", thrown.getMessage(), elapsed.toMillis(), attempt.number);
            runtime.listener().requestFailed(reported, thrown, elapsed);
        }
    }

    /** Returns the path below the endpoint, as sent. */
    private String path(Call<?> call) {
        String path = call.request().url().encodedPath();
        return path.startsWith(runtime.basePath())
                ? path.substring(runtime.basePath().length())
                : path;
    }
}
