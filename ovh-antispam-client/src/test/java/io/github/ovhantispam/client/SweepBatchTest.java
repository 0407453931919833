package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep in batches finds what one block by block does. */
class SweepBatchTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    private void blockInTwoBlocks(String... addresses) {
        for (String block : List.of("192.0.2.", "198.51.100.")) {
            for (String address : addresses) {
                account.emulator.ipBlock(block + "0/28").spamIp(block + address).blockedFor(Duration.ofHours(1));
            }
        }
    }

    private FaultRule batches() {
        return account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.target().contains(","));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 100})
    void batch_findsTheSame(int size) {
        account.emulator.seed(Seed.generated(537, 300, 1));

        SweepResult plain = account.antispam.sweep().run();
        long requests = account.emulator.journal().count(Operation.LIST_SPAM);
        SweepResult batched = account.antispam.sweep().batch(size).run();

        assertThat(EmulatedAccount.addresses(plain)).hasSize(300);
        assertThat(EmulatedAccount.addresses(batched)).isEqualTo(EmulatedAccount.addresses(plain));
        assertThat(requests).isEqualTo(537);
    }

    @Test
    void batchOf50_takesElevenRequestsForTheBlocksAndOneForThoseWithAddresses() {
        account.emulator.seed(Seed.generated(537, 20, 1));

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().batch(50).run()))
                .hasSize(20);
        assertThat(account.emulator.journal().count()).isEqualTo(1 + 1 + 11 + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void progress_comesToAllBlocksAndAddresses(boolean serverHasBatches) {
        account.restart(builder -> serverHasBatches ? builder : builder.withoutBatch());
        account.emulator.seed(Seed.generated(120, 60, 1));
        List<SweepProgress> progress = new ArrayList<>();

        account.antispam.sweep().batch(50).onProgress(progress::add).run();

        assertThat(progress).extracting(SweepProgress::blocksDone).isSorted();
        assertThat(progress).last().isEqualTo(new SweepProgress(120, 120, 60, 0));
    }

    @Test
    void serverWithoutBatches_losesNothing() {
        account.restart(EmulatorBuilder::withoutBatch);
        account.emulator.seed(Seed.generated(120, 60, 1));

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().batch(50).run()))
                .hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"192.0.2.1\",null]"})
    void nullInABatch_losesNothing(String value) {
        blockInTwoBlocks("1");
        batches().raw(200, Map.of(), "[{\"key\":\"192.0.2.0/28\",\"value\":" + value + ",\"error\":null}]");

        assertThat(account.antispam.sweep().batch(50).run().findings()).hasSize(2);
    }

    @Test
    void batchThatSaysThereIsMore_losesNothing() {
        blockInTwoBlocks("1", "2");
        String body = Stream.of("192.0.2.", "198.51.100.")
                .map(b -> "{\"key\":\"" + b + "0/28\",\"error\":null,\"value\":[{\"ipSpamming\":\"" + b
                        + "1\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]}")
                .collect(Collectors.joining(",", "[", "]"));
        batches().raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), body);
        assertThat(account.antispam.sweep().batch(50).run().findings()).hasSize(4);
    }

    @Test
    void batchSizeOfAView_holdsInItsSweeps() {
        account.restart(EmulatorBuilder::withoutPages);
        for (int i = 0; i < 20; i++) {
            account.emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }
        account.antispam.withOptions(o -> o.batchSize(50)).sweep().run();
        assertThat(account.emulator.journal().count(Operation.GET_SPAM)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[]},{\"key\":\"192.0.2.0/28\",\"value\":[]}]",
                "[{\"key\":\"203.0.113.0/28\",\"value\":[]}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[],\"error\":\"x\"}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[\"nonsense\"]}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":null}]",
                "[{\"value\":[]}]",
                "{}",
                "DEEP"
            })
    void hostileBatch_losesNothing(String body) {
        blockInTwoBlocks("1");
        batches()
                .raw(
                        200,
                        Map.of(),
                        body.equals("DEEP") ? "[{\"key\":\"192.0.2.0/28\",\"error\":" + "[".repeat(500_000) : body);
        assertThat(account.antispam.sweep().batch(50).run().findings()).hasSize(2);
    }

    /** The first batch shows one address of each block, the second its object and the id of one more. */
    @Test
    void idAmongTheObjectsOfABatch_losesNothing() {
        blockInTwoBlocks("1", "2");
        batch("[\"%s1\"]");
        batch(
                "[{\"ipSpamming\":\"%1$s1\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1},\"%1$s2\"]");

        assertThat(account.antispam.sweep().batch(50).run().findings()).hasSize(4);
    }

    /** The second block's list is plausible by itself, and wrong: so is whatever else such an answer says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"key\":\"192.0.2.0/28\",\"value\":[\"198.51.100.1\"]},{\"key\":\"198.51.100.0/28\",\"value\":[]}]",
                "[{\"key\":\"198.51.100.0/28\",\"value\":[]},{\"key\":\"192.0.2.0/28\",\"value\":[\"192.0.2.99\"]}]",
                "[{\"key\":\"198.51.100.0/28\",\"value\":[]},{\"key\":\"203.0.113.0/28\",\"value\":[]}]",
                "[{\"key\":\"198.51.100.0/28\",\"value\":[]},{\"key\":null,\"value\":[]}]",
                "[{\"key\":\"198.51.100.0/28\",\"value\":[]},{\"key\":\"192.0.2.0/28\",\"value\":[]},"
                        + "{\"key\":\"192.0.2.0/28\",\"value\":[\"192.0.2.1\"]}]"
            })
    void batchThatIsMixedUp_isNotBelievedInAnything(String body) {
        blockInTwoBlocks("1");
        batches().raw(200, Map.of(), body);

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().batch(50).run()))
                .containsExactly("192.0.2.1", "198.51.100.1");
    }

    @Test
    void batchWhoseTotalSaysMore_isNotBelieved() {
        blockInTwoBlocks("1");
        batches()
                .raw(
                        200,
                        Map.of("X-Pagination-Elements", "7"),
                        "[{\"key\":\"192.0.2.0/28\",\"value\":[]},{\"key\":\"198.51.100.0/28\",\"value\":[]}]");

        assertThat(account.antispam.sweep().batch(50).run().findings()).hasSize(2);
    }

    private void batch(String list) {
        String answer = Stream.of("192.0.2.", "198.51.100.")
                .map(block ->
                        "{\"key\":\"" + block + "0/28\",\"value\":" + String.format(Locale.ROOT, list, block) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.target().contains(","))
                .times(1)
                .raw(200, Map.of(), answer);
    }
}
