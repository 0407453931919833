package io.github.ovhantispam.consumer;

import tools.jackson.databind.ObjectMapper;

/** A program: reads and prints every type of the model with the Jackson 3 it is started with. */
final class Jackson3RoundTrip {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Jackson3RoundTrip() {}

    public static void main(String[] args) {
        for (var sample : ModelSamples.JSON.entrySet()) {
            Object value = PLAIN.readValue(sample.getValue(), sample.getKey());
            String printed = PLAIN.writeValueAsString(value);
            if (!PLAIN.readTree(printed).equals(PLAIN.readTree(sample.getValue()))) {
                throw new AssertionError("read " + sample.getValue() + ", printed " + printed);
            }
            if (!PLAIN.readValue(printed, sample.getKey()).equals(value)) {
                throw new AssertionError("not equal after a round trip: " + value);
            }
        }
        System.out.println("Jackson " + PLAIN.version() + ": " + ModelSamples.JSON.size() + " types");
    }
}
