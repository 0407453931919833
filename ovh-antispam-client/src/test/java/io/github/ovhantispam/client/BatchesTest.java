package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of ids whose objects are asked for in batches. */
class BatchesTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    @Test
    void batches_areAskedForWhenTurnedOn() {
        account.restart(EmulatorBuilder::withoutPages);
        blocks(120);

        assertThat(inBatches().ipBlocks().details().list())
                .map(details -> details.ip().toString())
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .mapToObj(i -> "10.0." + i + ".0/24")
                        .toList());
        assertThat(account.emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(3);
    }

    @Test
    void batchesOfAddresses_areAskedForWhenTurnedOn() {
        account.restart(EmulatorBuilder::withoutPages);
        for (int i = 0; i < 20; i++) {
            account.emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }

        assertThat(inBatches().ipBlock("192.0.2.0/24").spamIps().list()).hasSize(20);
        assertThat(account.emulator.journal().count(Operation.GET_SPAM)).isEqualTo(1);
    }

    @Test
    void serverWithoutBatches_losesNothing() {
        account.restart(emulated -> emulated.withoutPages().withoutBatch());
        blocks(60);

        assertThat(inBatches().ipBlocks().details().list()).hasSize(60);
    }

    private static String element(String key, String value, String error) {
        return "{\"key\":" + key + ",\"value\":" + value + ",\"error\":" + error + "}";
    }

    @ParameterizedTest
    @MethodSource("distrusted")
    void batchThatIsNotWhatWasAskedFor_losesNothing(String answer) {
        account.restart(EmulatorBuilder::withoutPages);
        blocks(3);
        account.emulator
                .faults()
                .on(Operation.GET_BLOCK)
                .when(request -> request.target().contains(","))
                .raw(200, Map.of(), answer);

        assertThat(inBatches().ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactly("10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24");
    }

    static List<String> distrusted() {
        String first = object(0);
        String second = object(1);
        String foreign = object(9);
        return List.of(
                "[]",
                "{}",
                "null",
                "[null]",
                "\"no batch\"",
                "[" + first + "," + second + "]",
                "[" + element("\"10.0.0.0/24\"", first, "null") + "]",
                "[" + element("\"10.0.9.0/24\"", foreign, "null") + "]",
                "[" + element("\"no block\"", first, "null") + "]",
                "[" + element("null", first, "null") + "]",
                "[" + element("\"10.0.0.0/24\"", second, "null") + "]",
                "[" + element("\"10.0.0.0/24\"", "null", "null") + "]",
                "[" + element("\"10.0.0.0/24\"", foreign, "{\"message\":\"broken\"}") + "]",
                "[" + element("\"10.0.0.0/24\"", foreign, "\"broken\"") + "]",
                "[" + element("\"10.0.0.0/24\"", first, "null") + "," + element("\"10.0.0.0/24\"", second, "null")
                        + "]");
    }

    /** The details of one block came under the key of another; those of the third may be anybody's. */
    @Test
    void batchThatIsMixedUp_hasAllOfItsBlocksReadByThemselves() {
        account.restart(EmulatorBuilder::withoutPages);
        blocks(3);
        account.emulator
                .faults()
                .on(Operation.GET_BLOCK)
                .when(request -> request.target().contains(","))
                .raw(
                        200,
                        Map.of(),
                        "[" + element("\"10.0.0.0/24\"", object(1), "null") + ","
                                + element("\"10.0.1.0/24\"", object(0), "null") + ","
                                + element("\"10.0.2.0/24\"", object(2), "null") + "]");

        assertThat(inBatches().ipBlocks().details().list()).hasSize(3);
        assertThat(account.emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(1 + 3);
    }

    @Test
    void batchThatIsRejectedForItsCredentials_isNotTriedOtherwise() {
        account.restart(EmulatorBuilder::withoutPages);
        blocks(20);
        account.emulator
                .faults()
                .on(Operation.GET_BLOCK)
                .status(403, "INVALID_CREDENTIAL", "This credential is not valid");

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> inBatches().ipBlocks().details().list());
        assertThat(account.emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(1);
    }

    private void blocks(int count) {
        for (int i = 0; i < count; i++) {
            account.emulator.ipBlock("10.0." + i + ".0/24");
        }
    }

    private AntispamClient inBatches() {
        return account.antispam.withOptions(o -> o.batchSize(50));
    }

    private static String object(int block) {
        return "{\"ip\":\"10.0." + block + ".0/24\",\"type\":\"vps\",\"canBeTerminated\":false}";
    }
}
