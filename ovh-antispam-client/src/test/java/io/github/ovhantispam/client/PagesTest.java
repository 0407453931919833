package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private AntispamEmulator emulator = AntispamEmulator.start();
    private AntispamClient antispam = client();

    private AntispamClient client() {
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build()
                .withOptions(o -> o.pageSize(10));
    }

    private void restart(UnaryOperator<EmulatorBuilder> settings) {
        close();
        emulator = settings.apply(AntispamEmulator.builder()).start();
        antispam = client();
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private void blocks(int count) {
        for (int i = 0; i < count; i++) {
            emulator.ipBlock("10.0." + i + ".0/24");
        }
    }

    private long requests() {
        return emulator.journal().count(Operation.LIST_BLOCKS);
    }

    @Test
    void details_areReadPageByPage() {
        blocks(25);

        assertThat(antispam.ipBlocks().details().list()).hasSize(25).doesNotHaveDuplicates();
        assertThat(requests()).isEqualTo(3);
        assertThat(antispam.ipBlocks().details().pages().map(List::size)).containsExactly(10, 10, 5);
    }

    @Test
    void stream_asksForNoPageItDoesNotNeed() {
        blocks(50);

        assertThat(antispam.ipBlocks().details().stream().limit(10)).hasSize(10);
        assertThat(requests()).isEqualTo(1);
        assertThat(antispam.ipBlocks().details().stream().limit(11)).hasSize(11);
        assertThat(requests()).isEqualTo(1 + 2);
    }

    @Test
    void queries_costNothingUntilUsed() {
        blocks(5);

        antispam.ipBlocks().details().stream();
        antispam.ipBlocks().stream();
        antispam.ipBlocks().details().pages();

        assertThat(emulator.journal().count()).isZero();
    }

    @Test
    void serverThatCapsThePageSize_losesNothing() {
        restart(emulated -> emulated.largestPage(3));
        blocks(10);

        assertThat(antispam.ipBlocks().details().list()).hasSize(10);
    }

    @Test
    void serverThatAnswersIds_hasTheDetailsFetched() {
        restart(EmulatorBuilder::withoutPages);
        blocks(20);

        assertThat(antispam.ipBlocks().details().list()).hasSize(20);
        assertThat(requests()).isEqualTo(1);
        assertThat(emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(20);
    }

    @Test
    void idThatHasVanished_isLeftOut() {
        restart(EmulatorBuilder::withoutPages);
        blocks(3);
        emulator.faults().on(Operation.GET_BLOCK).afterCalls(1).times(1).status(404, "This service does not exist");

        assertThat(antispam.ipBlocks().details().list())
                .map(details -> details.ip().toString())
                .hasSize(2);
    }

    @Test
    void serverThatRepeatsAPage_isNoEndlessLoop() {
        String block = "{\"ip\":\"10.0.0.0/24\",\"type\":\"vps\",\"canBeTerminated\":false}";
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[" + block + "]");
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().stream().forEach(delivered::add))
                .withMessageContaining("page 2 has nothing that earlier pages had not");
        assertThat(delivered).hasSize(1);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void pageThatFails_throwsAfterTheElementsBefore() {
        blocks(25);
        emulator.faults().on(Operation.LIST_BLOCKS).afterCalls(1).status(500);
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(10);
    }

    @Test
    void emptyAccount_isAnEmptyList() {
        assertThat(antispam.ipBlocks().details().list()).isEmpty();
        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(antispam.ipBlocks().pages()).isEmpty();
    }

    @Test
    void listWithANull_isRefused() {
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[null]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().list());
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().list());
    }

    @Test
    void idThatIsNoBlock_isAnUnexpectedResponse() {
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[\"not a block\"]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().list());
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().list());
    }

    @Test
    void filters_areSentToTheServer() {
        blocks(3);
        emulator.ipBlock("192.0.2.0/24").description("outgoing mail & more").routedTo("ns1.example.net");

        assertThat(antispam.ipBlocks().description("mail & more").list()).hasSize(1);
        assertThat(antispam.ipBlocks().routedTo("ns1.example.net").list()).hasSize(1);
        assertThat(antispam.ipBlocks().containing(IpBlock.of("192.0.2.128/25")).list())
                .hasSize(1);
    }

    @Test
    void idsThatComeInPages_areAllRead() {
        Map<String, String> total = Map.of("X-Pagination-Elements", "4");
        AtomicInteger pages = new AtomicInteger();
        emulator.faults()
                .on(Operation.LIST_BLOCKS)
                .when(request -> pages.getAndIncrement() == 0)
                .raw(200, total, "[\"10.0.0.0/24\",\"10.0.1.0/24\"]");
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, total, "[\"10.0.2.0/24\",\"10.0.3.0/24\"]");
        blocks(4);

        assertThat(antispam.ipBlocks().details().list()).hasSize(4);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void proxysOwnNotFound_isNoVanishedId() {
        restart(EmulatorBuilder::withoutPages);
        blocks(2);
        emulator.faults().on(Operation.GET_BLOCK).htmlPage(404);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().list());
    }

    private static String page(int... blocks) {
        return IntStream.of(blocks)
                .mapToObj(i -> "{\"ip\":\"10.0." + i + ".0/24\",\"type\":\"vps\",\"canBeTerminated\":false}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void answer(String body, String... headers) {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).raw(200, all, body);
    }

    @Test
    void cursor_isFollowedUntilNoneIsAnnounced() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        answer(page(3), "x-pagination-cursor-next", "def");
        answer(page(4, 5));

        assertThat(antispam.ipBlocks().details().list()).hasSize(5);
        assertThat(emulator.journal().entries(Operation.LIST_BLOCKS))
                .extracting(entry -> entry.headers().get("X-Pagination-Cursor"))
                .containsExactly(null, "abc", "def");
    }

    @Test
    void cursorOfAPlainList_isFollowedToo() {
        answer("[\"10.0.1.0/24\",\"10.0.2.0/24\",\"10.0.1.0/24\"]", "X-Pagination-Cursor-Next", "abc");
        answer("[\"10.0.2.0/24\",\"10.0.3.0/24\"]", "X-Pagination-Cursor-Next", "def");
        answer("[]", "X-Pagination-Cursor-Next", "ghi");

        assertThat(antispam.ipBlocks().list())
                .extracting(IpBlock::toString)
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void cursorOfAPlainList_thatRepeatsItself_isNoEndlessLoop() {
        emulator.faults()
                .on(Operation.LIST_BLOCKS)
                .raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), "[\"10.0.1.0/24\"]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().list())
                .withMessageContaining("page 2 has nothing that earlier pages had not");
        assertThat(antispam.ipBlocks().stream().limit(1)).hasSize(1);
    }

    @Test
    void cursor_tellsTheEnd_whateverTheTotal() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        answer(page(3), "X-Pagination-Elements", "100");

        assertThat(antispam.ipBlocks().details().list()).hasSize(3);
    }

    @Test
    void cursorWithoutEnd_endsWithAnEmptyPage() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), "[]");

        assertThat(antispam.ipBlocks().details().list()).hasSize(2);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void cursorThatRepeatsAPage_isNoEndlessLoop() {
        emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), page(1, 2));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().list())
                .withMessageContaining("page 2 has nothing that earlier pages had not");
    }

    @Test
    void elementThatAppearsTwice_isDeliveredOnce() {
        answer(page(1, 2, 2));
        answer(page(2, 3));
        answer("[]");

        assertThat(antispam.ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");
    }

    @Test
    void totalThatMoves_isNoError() {
        answer(page(1, 2), "X-Pagination-Elements", "3");
        answer(page(3), "X-Pagination-Elements", "5");
        answer(page(4, 5), "X-Pagination-Elements", "5");

        assertThat(antispam.ipBlocks().details().list()).hasSize(5);
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void details_areReadSeveralAtOnce_inOrder() {
        restart(EmulatorBuilder::withoutPages);
        blocks(20);
        CyclicBarrier together = new CyclicBarrier(8);
        AtomicInteger count = new AtomicInteger();
        emulator.faults()
                .on(Operation.GET_BLOCK)
                .when(request -> count.getAndIncrement() < 8 && isPassed(together))
                .status(418);

        assertThat(antispam.ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> "10.0." + i + ".0/24")
                        .toList());
    }

    /** Waits until as many requests are there as were expected at once; never true. */
    private static boolean isPassed(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
            return false;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("fewer requests at once than expected", e);
        }
    }

    @Test
    void stream_ofIds_readsNoMoreThanAFewAhead() {
        restart(EmulatorBuilder::withoutPages);
        blocks(50);

        assertThat(antispam.ipBlocks().details().stream().limit(1)).hasSize(1);
        assertThat(emulator.journal().count(Operation.GET_BLOCK)).isLessThanOrEqualTo(8);
    }

    @Test
    void detailThatFails_throwsAfterTheElementsBefore() {
        restart(EmulatorBuilder::withoutPages);
        blocks(20);
        emulator.faults()
                .on(Operation.GET_BLOCK)
                .when(request -> request.parameter("ip").equals(Optional.of("10.0.10.0/24")))
                .status(500);
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(10);
    }

    @Test
    void batches_areAskedForWhenTurnedOn() {
        restart(EmulatorBuilder::withoutPages);
        blocks(120);

        assertThat(antispam.withOptions(o -> o.batchSize(50))
                        .ipBlocks()
                        .details()
                        .list())
                .map(details -> details.ip().toString())
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .mapToObj(i -> "10.0." + i + ".0/24")
                        .toList());
        assertThat(emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(3);
    }

    @Test
    void batchesOfAddresses_areAskedForWhenTurnedOn() {
        restart(EmulatorBuilder::withoutPages);
        for (int i = 0; i < 20; i++) {
            emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }

        assertThat(antispam.withOptions(o -> o.batchSize(50))
                        .ipBlock("192.0.2.0/24")
                        .spamIps()
                        .list())
                .hasSize(20);
        assertThat(emulator.journal().count(Operation.GET_SPAM)).isEqualTo(1);
    }

    @Test
    void serverWithoutBatches_losesNothing() {
        restart(emulated -> emulated.withoutPages().withoutBatch());
        blocks(60);

        assertThat(antispam.withOptions(o -> o.batchSize(50))
                        .ipBlocks()
                        .details()
                        .list())
                .hasSize(60);
    }

    private static String element(String key, String value, String error) {
        return "{\"key\":" + key + ",\"value\":" + value + ",\"error\":" + error + "}";
    }

    @ParameterizedTest
    @MethodSource("distrusted")
    void batchThatIsNotWhatWasAskedFor_losesNothing(String answer) {
        restart(EmulatorBuilder::withoutPages);
        blocks(3);
        emulator.faults()
                .on(Operation.GET_BLOCK)
                .when(request -> request.target().contains(","))
                .raw(200, Map.of(), answer);

        assertThat(antispam.withOptions(o -> o.batchSize(50)).ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactly("10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24");
    }

    static List<String> distrusted() {
        String first = page(0).substring(1, page(0).length() - 1);
        String second = page(1).substring(1, page(1).length() - 1);
        String foreign = page(9).substring(1, page(9).length() - 1);
        return List.of(
                "[]",
                "{}",
                "null",
                "[null]",
                "\"no batch\"",
                page(0, 1, 2),
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

    @Test
    void batchThatIsRejectedForItsCredentials_isNotTriedOtherwise() {
        restart(EmulatorBuilder::withoutPages);
        blocks(20);
        emulator.faults().on(Operation.GET_BLOCK).status(403, "INVALID_CREDENTIAL", "This credential is not valid");

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> antispam.withOptions(o -> o.batchSize(50))
                        .ipBlocks()
                        .details()
                        .list());
        assertThat(emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(1);
    }
}
