package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The proof, with a few rounds; before a release it is run with fifty. */
class LeaderProofTest {

    @Test
    void watch_whoseLeaderIsKilledOrStopped_losesNothing_andHasOneTeller() throws Exception {
        assertThat(LeaderProof.run(1, 7)).contains(" 0 lost, 0 told by a replaced leader");
    }
}
