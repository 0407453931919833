package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The proof, with a few rounds; before a release it is run with {@code -Dantispam.proof.rounds=50}. */
class LeaderProofTest {

    @Test
    void watch_whoseLeaderIsKilledOrStopped_losesNothing_andHasOneTeller() throws Exception {
        assertThat(LeaderProof.run(
                        Integer.getInteger("antispam.proof.rounds", 1),
                        7,
                        Duration.ofSeconds(Integer.getInteger("antispam.proof.away", 3))))
                .contains(" 0 lost, 0 told by a replaced leader");
    }
}
