package io.github.ovhantispam.consumer;

import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepResult;
import tools.jackson.databind.ObjectMapper;

/** A program: prints the result of a sweep, and what is in it, with the Jackson 3 it is started with. */
final class Jackson3SweepPrinter {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Jackson3SweepPrinter() {}

    public static void main(String[] args) {
        SweepResult result = SweepSamples.result();
        SweepItem finding = result.findings().get(0);
        System.out.println("Jackson " + PLAIN.version());
        System.out.println(PLAIN.writeValueAsString(result));
        System.out.println(PLAIN.writeValueAsString(finding));
    }
}
