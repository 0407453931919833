package io.github.ovhantispam.emulator.internal.control;

import io.github.ovhantispam.emulator.Fault;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Faults;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.json.JsonFields;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A fault as the control API is told of it. */
record ControlFault(JsonFields fields) {

    static ControlFault read(JsonFields fields) {
        return new ControlFault(fields.only(
                "operation",
                "times",
                "afterCalls",
                "probability",
                "seed",
                "kind",
                "status",
                "seconds",
                "milliseconds",
                "bytes",
                "message",
                "location",
                "body"));
    }

    Fault addTo(Faults faults) {
        FaultRule rule = fields.text("operation").isPresent()
                ? faults.on(fields.checked("operation", ControlFault::operation))
                : faults.onEveryRequest();
        if (fields.number("times").isPresent()) {
            rule = rule.times(count("times"));
        }
        if (fields.number("afterCalls").isPresent()) {
            rule = rule.afterCalls(count("afterCalls"));
        }
        if (fields.fraction("probability").isPresent()) {
            rule = rule.probability(
                    fields.fraction("probability").get(), fields.number("seed").orElse(0));
        }
        return complete(rule);
    }

    private static Operation operation(String name) {
        try {
            return Operation.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no such operation", e);
        }
    }

    private Fault complete(FaultRule rule) {
        return switch (fields.requiredText("kind")) {
            case "status" -> rule.status(status(), fields.text("message").orElse("Internal Server Error"));
            case "retryAfter" -> rule.retryAfter(status(), seconds());
            case "retryAfterDate" -> rule.retryAfterDate(status(), seconds());
            case "processedThenStatus" -> rule.processedThenStatus(status());
            case "processedThenRetryAfter" -> rule.processedThenRetryAfter(status(), seconds());
            case "htmlPage" -> rule.htmlPage(status());
            case "emptyBody" -> rule.emptyBody(status());
            case "raw" -> rule.raw(status(), Map.of(), fields.text("body").orElse(""));
            case "redirect" -> rule.redirect(status(), fields.checked("location", URI::create));
            case "resetBeforeProcessing" -> rule.resetBeforeProcessing();
            case "resetAfterProcessing" -> rule.resetAfterProcessing();
            case "resetWithinBody" -> rule.resetWithinBody();
            case "wrongContentLength" -> rule.wrongContentLength();
            case "chunked" -> rule.chunked();
            case "delay" -> rule.delay(milliseconds());
            case "drip" -> rule.drip(milliseconds());
            case "takes" -> rule.takes(seconds());
            case "neverRespond" -> rule.neverRespond();
            case "hugeBody" -> rule.hugeBody(fields.requiredNumber("bytes"));
            case "emptyResponse" -> rule.emptyResponse();
            case "truncatedJson" -> rule.truncatedJson();
            case "notJson" -> rule.notJson();
            case "unknownField" -> rule.unknownField();
            case "unknownValue" -> rule.unknownValue();
            default -> throw fields.wrong("kind", "no such fault");
        };
    }

    private int count(String name) {
        long number = fields.requiredNumber(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw fields.wrong(name, "not a count");
        }
        return (int) number;
    }

    private int status() {
        long status = fields.requiredNumber("status");
        if (status < 200 || status > 599) {
            throw fields.wrong("status", "not from 200 to 599");
        }
        return (int) status;
    }

    private Duration seconds() {
        return Duration.ofSeconds(count("seconds"));
    }

    private Duration milliseconds() {
        return Duration.ofMillis(count("milliseconds"));
    }
}
