package io.github.ovhantispam.client.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransientFailureTest {

    @Test
    void hasStatus_ofAll_holdsForTimeoutsOverloadsAndServerErrors() {
        Set<Integer> refusals = IntStream.range(300, 500)
                .filter(TransientFailure::hasStatus)
                .boxed()
                .collect(Collectors.toSet());

        assertThat(refusals).containsExactlyInAnyOrder(408, 429);
        assertThat(IntStream.range(500, 600)).allMatch(TransientFailure::hasStatus);
    }

    @Test
    void isOverload_ofAll_holdsForTwo() {
        assertThat(IntStream.range(100, 600).filter(TransientFailure::isOverload))
                .containsExactly(429, 503);
    }
}
