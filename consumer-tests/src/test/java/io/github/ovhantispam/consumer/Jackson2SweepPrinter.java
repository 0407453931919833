package io.github.ovhantispam.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepResult;

/** A program: prints the result of a sweep, and what is in it, with the Jackson 2 it is started with. */
final class Jackson2SweepPrinter {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Jackson2SweepPrinter() {}

    public static void main(String[] args) throws JsonProcessingException {
        SweepResult result = SweepSamples.result();
        SweepItem finding = result.findings().get(0);
        System.out.println("Jackson " + PLAIN.version());
        System.out.println(PLAIN.writeValueAsString(result));
        System.out.println(PLAIN.writeValueAsString(finding));
    }
}
