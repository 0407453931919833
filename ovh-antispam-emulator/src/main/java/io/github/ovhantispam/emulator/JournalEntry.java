package io.github.ovhantispam.emulator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its outcome.
 *
 * @param number its place in the journal, from 1
 * @param operation the requested operation
 * @param method its verb
 * @param target its target, as encoded as it was sent, cut short when it is very long
 * @param headers its headers, by name; secrets are replaced by {@code ***}
 * @param attempt how many requests with this verb and target there were, this one included; the journal forgets those
 *     that were made longest ago when it has more of them than it keeps entries
 * @param time the emulator's time when it came
 * @param status the status of the response, even if the response was lost; 0 when it was not processed and had no
 *     response
 * @param processed whether the API processed it, so that its effects, if any, happened
 * @param fault the fault that struck it, in words
 * @param unexpected whether it broke the API's contract: no such path or parameter, a malformed value, no valid
 *     credentials
 */
public record JournalEntry(
        long number,
        Operation operation,
        String method,
        String target,
        Map<String, String> headers,
        int attempt,
        Instant time,
        int status,
        boolean processed,
        Optional<String> fault,
        boolean unexpected) {

    /** One line, such as {@code #3 POST /1.0/ip/... -> 400}. */
    @Override
    public String toString() {
        String outcome = status == 0 ? "no response" : String.valueOf(status);
        return "#" + number + " " + method + " " + target + " -> " + outcome
                + fault.map(text -> " (fault: " + text + ")").orElse("");
    }
}
