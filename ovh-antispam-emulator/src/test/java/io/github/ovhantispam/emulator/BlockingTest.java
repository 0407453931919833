package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From blocked to unblocked, and back. */
class BlockingTest {

    private static final String PATH = "/ip/10.0.0.0%2F28/spam/10.0.0.1";

    private AntispamEmulator emulator;
    private TestCaller caller;
    private EmulatedSpamIp address;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.start();
        caller = TestCaller.of(emulator);
        address = emulator.ipBlock("10.0.0.0/28").spamIp("10.0.0.1");
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private String stateRead() {
        return caller.get(PATH).body().replaceAll(".*\"state\":\"([A-Za-z]+)\".*", "$1");
    }

    @Test
    void unblock_oneSecondBeforeTheEnd_isRefusedAndAtTheEndAccepted() {
        address.blockedFor(Duration.ofHours(1));
        emulator.clock().advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(caller.post(PATH + "/unblock").body()).contains("still blocked for 1 seconds");
        emulator.clock().advance(Duration.ofMillis(999));
        assertThat(caller.post(PATH + "/unblock").body()).contains("still blocked for 1 seconds");
        emulator.clock().advance(Duration.ofMillis(1));

        assertThat(caller.post(PATH + "/unblock").status()).isEqualTo(200);
        assertThat(address.acceptedUnblocks()).isEqualTo(1);
    }

    @Test
    void block_whoseSentenceIsOver_doesNotEndByItself() {
        address.blockedFor(Duration.ofHours(1));
        emulator.clock().advance(Duration.ofDays(30));

        assertThat(stateRead()).isEqualTo("blockedForSpam");
    }

    @Test
    void transition_immediately_isUnblockedInTheAnswer() {
        address.blockedFor(Duration.ZERO).transition(Transition.immediately());

        assertThat(caller.post(PATH + "/unblock").body()).contains("\"state\":\"unblocked\"");
    }

    @Test
    void transition_afterAWhile_takesThatWhile() {
        address.blockedFor(Duration.ZERO).transition(Transition.after(Duration.ofMinutes(2)));
        caller.post(PATH + "/unblock");
        emulator.clock().advance(Duration.ofSeconds(119));
        assertThat(stateRead()).isEqualTo("unblocking");
        emulator.clock().advance(Duration.ofSeconds(1));

        assertThat(stateRead()).isEqualTo("unblocked");
    }

    @Test
    void transition_afterTwoReads_isUnblockedInTheThird() {
        address.blockedFor(Duration.ZERO).transition(Transition.afterReads(2));
        caller.post(PATH + "/unblock");
        caller.get("/ip/10.0.0.0%2F28/spam");
        address.state();

        assertThat(stateRead()).isEqualTo("unblocking");
        assertThat(stateRead()).isEqualTo("unblocking");
        assertThat(stateRead()).isEqualTo("unblocked");
    }

    @Test
    void transition_never_staysUnblocking() {
        address.blockedFor(Duration.ZERO).transition(Transition.never());
        caller.post(PATH + "/unblock");
        emulator.clock().advance(Duration.ofDays(365));

        assertThat(stateRead()).isEqualTo("unblocking");
    }

    @Test
    void reoffence_eachTime_isBlockedForTwiceAsLong() {
        address.blockedFor(Duration.ofHours(1)).reoffends();
        assertThat(address.time()).isEqualTo(Duration.ofHours(2));
        address.reoffends();

        assertThat(address.time()).isEqualTo(Duration.ofHours(4));
        assertThat(address.state()).isEqualTo(SpamState.BLOCKED_FOR_SPAM);
    }

    @Test
    void reoffence_withASentenceOfYourOwn_hasIt() {
        try (AntispamEmulator own = AntispamEmulator.builder()
                .repeatOffenceDuration(sentence -> sentence.plusHours(23))
                .start()) {
            EmulatedSpamIp other = own.ipBlock("10.0.0.0/28").spamIp("10.0.0.1").blockedFor(Duration.ofHours(1));
            assertThat(other.reoffends().time()).isEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void stillSpamming_afterARelease_isBlockedAgainLaterAndForLonger() {
        address.blockedFor(Duration.ofHours(1))
                .transition(Transition.after(Duration.ofMinutes(2)))
                .stillSpamming(Duration.ofMinutes(10));
        emulator.clock().advance(Duration.ofHours(1));
        OffsetDateTime first = address.date();
        caller.post(PATH + "/unblock");
        emulator.clock().advance(Duration.ofMinutes(5));
        assertThat(stateRead()).isEqualTo("unblocked");
        emulator.clock().advance(Duration.ofMinutes(10));

        assertThat(stateRead()).isEqualTo("blockedForSpam");
        assertThat(address.time()).isEqualTo(Duration.ofHours(2));
        assertThat(address.date()).isEqualTo(first.plusHours(1).plusMinutes(12));
        address.mailStopped();
        emulator.clock().advance(Duration.ofHours(2));
        caller.post(PATH + "/unblock");
        emulator.clock().advance(Duration.ofDays(1));
        assertThat(stateRead()).isEqualTo("unblocked");
    }

    @Test
    void handle_ofAnAddressNeverBlocked_isUnknownToTheApi() {
        assertThat(caller.get(PATH).status()).isEqualTo(404);
        assertThat(address.acceptedUnblocks()).isZero();
        assertThatIllegalStateException().isThrownBy(address::state).withMessageContaining("10.0.0.1");
    }

    @Test
    void handle_ofAnUnfitAddress_isRefused() {
        EmulatedBlock block = emulator.ipBlock("10.0.0.0/28");

        assertThatIllegalArgumentException().isThrownBy(() -> block.spamIp("10.0.0.16"));
        assertThatIllegalArgumentException().isThrownBy(() -> block.spamIp("2001:db8::1"));
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.ipBlock("localhost"));
        assertThatIllegalArgumentException().isThrownBy(() -> address.blockedFor(Duration.ofSeconds(-1)));
    }

    @Test
    void remove_ofABlock_makesItUnknown() {
        emulator.ipBlock("10.0.0.0/28").remove();

        assertThat(caller.get("/ip").body()).isEqualTo("[]");
        assertThat(caller.get("/ip/10.0.0.0%2F28/spam").status()).isEqualTo(404);
    }
}
