package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with a key that is given twice, of which nobody can tell which value is meant. */
class DuplicateKeysTest {

    private static final String SPAM =
            "{\"state\":\"blockedForSpam\",\"state\":\"unblocked\",\"ipSpamming\":\"192.0.2.1\","
                    + "\"date\":\"2026-01-01T12:00:00Z\",\"time\":3600}";

    enum Reading {
        ELEMENT(Operation.GET_SPAM, SPAM, client -> ip(client).get()),
        LIST(
                Operation.LIST_SPAM,
                "[" + SPAM + "]",
                client -> client.ipBlock(TestAccount.BLOCK).spamIps().list()),
        NESTED(
                Operation.GET_BLOCK,
                "{\"ip\":\"192.0.2.9/28\",\"type\":\"vps\",\"canBeTerminated\":true,\"routedTo\":{\"serviceName\":\"a\",\"serviceName\":\"b\"}}",
                client -> client.ipBlock(TestAccount.BLOCK).get()),
        UNKNOWN_FIELD(
                Operation.GET_BLOCK,
                "{\"ip\":\"192.0.2.9/28\",\"type\":\"vps\",\"canBeTerminated\":true,\"new\":{\"a\":1,\"a\":1}}",
                client -> client.ipBlock(TestAccount.BLOCK).get());

        private final Operation operation;
        private final String body;
        private final Consumer<AntispamClient> call;

        Reading(Operation operation, String body, Consumer<AntispamClient> call) {
            this.operation = operation;
            this.body = body;
            this.call = call;
        }
    }

    private static SpamIpResource ip(AntispamClient client) {
        return client.ipBlock(TestAccount.BLOCK).spamIp(TestAccount.ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void keyGivenTwice_isAnUnexpectedResponse(Reading reading) {
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(reading.operation).raw(200, Map.of(), reading.body);

            UnexpectedResponseException thrown = catchThrowableOfType(
                    UnexpectedResponseException.class, () -> reading.call.accept(account.antispam));

            assertThat(thrown).hasMessageContaining("Duplicate field");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[2J", "\\r\\n", "x"})
    void keyGivenTwice_isShownInOneBoundedLine(String text) {
        try (TestAccount account = TestAccount.open()) {
            String key = '"' + text.repeat(5000) + "\":1";
            account.emulator.faults().on(Operation.GET_SPAM).raw(200, Map.of(), "{" + key + "," + key + "}");

            UnexpectedResponseException thrown = catchThrowableOfType(
                    UnexpectedResponseException.class,
                    () -> ip(account.antispam).get());

            assertThat(thrown.getMessage()).hasSizeLessThan(500).doesNotMatch("(?s).*\\p{Cntrl}.*");
        }
    }

    @Test
    void unblock_whoseResponseGivesTheStateTwice_isReadBackAndNotSentAgain() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).raw(200, Map.of(), SPAM);

            UnexpectedResponseException thrown = catchThrowableOfType(
                    UnexpectedResponseException.class,
                    () -> ip(account.antispam).unblock(Precaution.mailStoppedAndQueueEmptied()));

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            account.emulator.journal().verify(Operation.UNBLOCK, 1);
            account.emulator.journal().verify(Operation.GET_SPAM, 1);
        }
    }

    @Test
    void refusal_withAKeyGivenTwice_isKnownByItsStatusAlone() {
        try (TestAccount account = TestAccount.open()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .raw(404, Map.of(), "{\"class\":\"Client::NotFound\",\"message\":\"a\",\"message\":\"b\"}");

            NotFoundException thrown = catchThrowableOfType(
                    NotFoundException.class, () -> ip(account.antispam).get());

            assertThat(thrown.isSaidByApi()).isFalse();
        }
    }
}
