package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.fault.DamagedBody;
import io.github.ovhantispam.emulator.internal.fault.FaultEffect;
import io.github.ovhantispam.emulator.internal.fault.FaultLimits;
import io.github.ovhantispam.emulator.internal.fault.FaultTiming;
import io.github.ovhantispam.emulator.internal.fault.Processing;
import io.github.ovhantispam.emulator.internal.http.Delivery;
import io.github.ovhantispam.emulator.internal.http.Delivery.Manner;
import io.github.ovhantispam.emulator.internal.http.HttpDate;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A fault in the making: first its timing, then its effect, with which it is added and strikes. Immutable.
 *
 * <p>A value that no response could have is refused with {@link IllegalArgumentException}: a count or probability out
 * of its range, a status outside 200 to 599, a negative or endless time or size, a header with a line break.
 */
public final class FaultRule {

    private final Faults faults;
    private final Predicate<EmulatedRequest> condition;
    private final FaultTiming timing;

    FaultRule(Faults faults, Predicate<EmulatedRequest> condition, FaultTiming timing) {
        this.faults = faults;
        this.condition = condition;
        this.timing = timing;
    }

    /**
     * Narrows the requests it strikes.
     *
     * @param further another condition they must meet; evaluated on the threads of the server, for several requests at
     *     once
     * @return the rule
     */
    public FaultRule when(Predicate<EmulatedRequest> further) {
        return new FaultRule(faults, condition.and(further), timing);
    }

    /**
     * Limits how often it strikes; without this, always.
     *
     * @param times at least 1
     * @return the rule
     */
    public FaultRule times(int times) {
        return new FaultRule(faults, condition, timing.times(times));
    }

    /**
     * Lets some matching requests pass first.
     *
     * @param calls how many
     * @return the rule
     */
    public FaultRule afterCalls(int calls) {
        return new FaultRule(faults, condition, timing.after(calls));
    }

    /**
     * Leaves it to chance, the same chance each time for the same seed and order of requests.
     *
     * @param probability from 0 to 1
     * @param seed any number
     * @return the rule
     */
    public FaultRule probability(double probability, long seed) {
        return new FaultRule(faults, condition, timing.chance(probability, seed));
    }

    private Fault add(String description, Function<Processing, OutgoingResponse> effect) {
        return faults.add(new Fault(condition, new FaultEffect(description, effect), timing));
    }

    private Fault deliver(String description, Delivery delivery) {
        return add(description, processing -> new OutgoingResponse(processing.process(), delivery));
    }

    /**
     * Responds with a status and the vendor's error body, and processes nothing.
     *
     * @param status for example 500
     * @return the fault, which strikes from now on
     */
    public Fault status(int status) {
        return status(status, "Internal Server Error");
    }

    /**
     * Responds with a status, the vendor's error body and a text of your own, and processes nothing.
     *
     * @param status for example 403
     * @param message what the error says
     * @return the fault, which strikes from now on
     */
    public Fault status(int status, String message) {
        ApiException error = ApiException.failure(FaultLimits.status(status), message);
        return add("status " + status, processing -> OutgoingResponse.prompt(processing.error(error)));
    }

    /**
     * Responds with a status and an error code, as the authentication does, and processes nothing.
     *
     * @param status for example 403
     * @param errorCode for example {@code INVALID_CREDENTIAL}
     * @param message what the error says
     * @return the fault, which strikes from now on
     */
    public Fault status(int status, String errorCode, String message) {
        ApiException error = new ApiException(status, errorCode, "Client::Error", message, false);
        return add(
                "status " + FaultLimits.status(status) + " " + errorCode,
                processing -> OutgoingResponse.prompt(processing.error(error)));
    }

    private static OutgoingResponse comeBack(Processing processing, int status, String when) {
        ApiException error = ApiException.failure(status, "Internal Server Error");
        return OutgoingResponse.prompt(processing.error(error).with("Retry-After", when));
    }

    /**
     * Responds with a status and {@code Retry-After} in seconds, and processes nothing.
     *
     * @param status for example 429 or 503
     * @param wait the time to wait, in whole seconds
     * @return the fault, which strikes from now on
     */
    public Fault retryAfter(int status, Duration wait) {
        String seconds = String.valueOf(DateRange.duration("wait", wait).toSeconds());
        return add(
                "status " + FaultLimits.status(status) + ", Retry-After " + seconds + " s",
                processing -> comeBack(processing, status, seconds));
    }

    /**
     * Responds with a status and {@code Retry-After} as a date, and processes nothing.
     *
     * @param status for example 429 or 503
     * @param wait how far the date is from the emulator's now
     * @return the fault, which strikes from now on
     */
    public Fault retryAfterDate(int status, Duration wait) {
        FaultLimits.date("wait", wait);
        return add("status " + FaultLimits.status(status) + ", Retry-After in " + wait, processing -> {
            return comeBack(
                    processing,
                    status,
                    HttpDate.of(DateRange.nearest(faults.authClock().instant().plus(wait))));
        });
    }

    /**
     * Responds with a page of HTML, as gateways do, and processes nothing.
     *
     * @param status any status, 200 included
     * @return the fault
     */
    public Fault htmlPage(int status) {
        String html = "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status);
        return raw(status, Map.of("Content-Type", "text/html; charset=utf-8"), html);
    }

    /**
     * Responds with a status and an empty body, and processes nothing.
     *
     * @param status any status
     * @return the fault
     */
    public Fault emptyBody(int status) {
        return raw(status, Map.of(), "");
    }

    /**
     * Responds with anything you like, and processes nothing.
     *
     * @param status the status
     * @param headers the headers
     * @param body the body
     * @return the fault, which strikes from now on
     */
    public Fault raw(int status, Map<String, String> headers, String body) {
        FaultLimits.status(status);
        HttpHeaders own = FaultLimits.headers(headers);
        HttpResponse response = new HttpResponse(status, own, body.getBytes(StandardCharsets.UTF_8));
        return add("raw response " + status, processing -> OutgoingResponse.prompt(response));
    }

    /**
     * Sends the client elsewhere, and processes nothing.
     *
     * @param status for example 302 or 307
     * @param location where to
     * @return the fault, which strikes from now on
     */
    public Fault redirect(int status, URI location) {
        return raw(status, Map.of("Location", location.toString()), "");
    }

    /**
     * Processes the request, effects and all, and responds with an error all the same.
     *
     * @param status for example 500
     * @return the fault, which strikes from now on
     */
    public Fault processedThenStatus(int status) {
        return add("processed, then status " + FaultLimits.status(status), processing -> {
            processing.process();
            return OutgoingResponse.prompt(processing.error(ApiException.failure(status, "Internal Server Error")));
        });
    }

    /**
     * Processes the request, and responds with an error with {@code Retry-After} all the same.
     *
     * @param status for example 503
     * @param wait the time to wait, in whole seconds
     * @return the fault, which strikes from now on
     */
    public Fault processedThenRetryAfter(int status, Duration wait) {
        String seconds = String.valueOf(DateRange.duration("wait", wait).toSeconds());
        String description = "processed, then status " + FaultLimits.status(status) + ", Retry-After " + seconds + " s";
        return add(description, processing -> {
            processing.process();
            return comeBack(processing, status, seconds);
        });
    }

    /**
     * Resets the connection, and processes nothing.
     *
     * @return the fault, which strikes from now on
     */
    public Fault resetBeforeProcessing() {
        HttpResponse nothing = new HttpResponse(0, HttpHeaders.NONE, new byte[0]);
        return add("reset before processing", processing -> new OutgoingResponse(nothing, Delivery.of(Manner.RESET)));
    }

    /**
     * Processes the request, effects and all, and resets the connection instead of responding.
     *
     * @return the fault, which strikes from now on
     */
    public Fault resetAfterProcessing() {
        return deliver("reset after processing", Delivery.of(Manner.RESET));
    }

    /**
     * Processes the request, responds with half of the body, and resets the connection.
     *
     * @return the fault, which strikes from now on
     */
    public Fault resetWithinBody() {
        return deliver("reset within the body", Delivery.of(Manner.CUT));
    }

    /**
     * Processes the request, responds with all of it with a length that promises more, and closes the connection.
     *
     * @return the fault, which strikes from now on
     */
    public Fault wrongContentLength() {
        return deliver("wrong Content-Length", Delivery.of(Manner.OVERSTATED));
    }

    /**
     * Processes the request, and responds in small chunks without a length. Every client has to understand that.
     *
     * @return the fault, which strikes from now on
     */
    public Fault chunked() {
        return deliver("chunked", Delivery.of(Manner.CHUNKED));
    }

    /**
     * Processes the request at once, and responds later.
     *
     * @param delay in real time
     * @return the fault, which strikes from now on
     */
    public Fault delay(Duration delay) {
        return deliver(
                "delay " + delay, new Delivery(Manner.WHOLE, DateRange.realTime("delay", delay), Duration.ZERO, 0));
    }

    /**
     * Processes the request at once, and makes the emulator's clock show that it took a while.
     *
     * @param duration in emulator time; no real time passes
     * @return the fault, which strikes from now on
     */
    public Fault takes(Duration duration) {
        return add("takes " + DateRange.duration("duration", duration), processing -> {
            HttpResponse response = processing.process();
            faults.clock().advanceUpTo(duration);
            return OutgoingResponse.prompt(response);
        });
    }

    /**
     * Processes the request, and sends the body a byte at a time.
     *
     * @param pace real time between two bytes
     * @return the fault, which strikes from now on
     */
    public Fault drip(Duration pace) {
        return deliver(
                "a byte each " + pace,
                new Delivery(Manner.DRIPPED, Duration.ZERO, DateRange.realTime("pace", pace), 0));
    }

    /**
     * Processes the request, and never responds; the connection stays open until the client or the emulator ends it.
     *
     * @return the fault, which strikes from now on
     */
    public Fault neverRespond() {
        return deliver("no response", Delivery.of(Manner.NEVER));
    }

    /**
     * Processes the request, and follows the response with blank space, which JSON allows, until it is huge.
     *
     * @param bytes how much blank space
     * @return the fault, which strikes from now on
     */
    public Fault hugeBody(long bytes) {
        return deliver("huge body", new Delivery(Manner.WHOLE, Duration.ZERO, Duration.ZERO, FaultLimits.bytes(bytes)));
    }

    private Fault addDamage(String description, DamagedBody damage) {
        return add(description, processing -> OutgoingResponse.prompt(damage.of(processing.process())));
    }

    /**
     * Processes the request, and responds with its status with an empty body.
     *
     * @return the fault, which strikes from now on
     */
    public Fault emptyResponse() {
        return addDamage("empty response", DamagedBody.EMPTY);
    }

    /**
     * Processes the request, and responds with JSON that ends too soon.
     *
     * @return the fault, which strikes from now on
     */
    public Fault truncatedJson() {
        return addDamage("truncated JSON", DamagedBody.TRUNCATED);
    }

    /**
     * Processes the request, and responds with something that is not JSON.
     *
     * @return the fault, which strikes from now on
     */
    public Fault notJson() {
        return addDamage("no JSON", DamagedBody.NOT_JSON);
    }

    /**
     * Processes the request, and responds with a field in every object that no schema knows.
     *
     * @return the fault, which strikes from now on
     */
    public Fault unknownField() {
        return addDamage("unknown field", DamagedBody.UNKNOWN_FIELD);
    }

    /**
     * Processes the request, and responds with {@code addedLater} for every state and type.
     *
     * @return the fault, which strikes from now on
     */
    public Fault unknownValue() {
        return addDamage("unknown value", DamagedBody.UNKNOWN_VALUE);
    }

    /**
     * Processes the request, and, if it is refused, says so in a shape of your choice.
     *
     * @param shape the shape of the error body
     * @return the fault, which strikes from now on
     */
    public Fault errorBody(ErrorFormat shape) {
        return add("error body " + shape, processing -> OutgoingResponse.prompt(processing.process(shape)));
    }
}
