package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists from a server that answers ids where whole objects were asked for. */
class IdsTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    private AntispamClient antispam() {
        return account.antispam.withOptions(o -> o.pageSize(10));
    }

    @Test
    void serverThatAnswersIds_hasTheDetailsFetched() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(20);

        assertThat(antispam().ipBlocks().details().list()).hasSize(20);
        assertThat(account.listsOfBlocks()).isEqualTo(1);
        assertThat(account.emulator.journal().count(Operation.GET_BLOCK)).isEqualTo(20);
    }

    @Test
    void idThatHasVanished_isLeftOut() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(3);
        account.emulator
                .faults()
                .on(Operation.GET_BLOCK)
                .afterCalls(1)
                .times(1)
                .status(404, "This service does not exist");

        assertThat(antispam().ipBlocks().details().list())
                .map(details -> details.ip().toString())
                .hasSize(2);
    }

    @Test
    void idThatIsNoBlock_isAnUnexpectedResponse() {
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[\"not a block\"]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list());
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().list());
    }

    @Test
    void idsThatComeInPages_areAllRead() {
        Map<String, String> total = Map.of("X-Pagination-Elements", "4");
        AtomicInteger pages = new AtomicInteger();
        account.emulator
                .faults()
                .on(Operation.LIST_BLOCKS)
                .when(request -> pages.getAndIncrement() == 0)
                .raw(200, total, "[\"10.0.0.0/24\",\"10.0.1.0/24\"]");
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, total, "[\"10.0.2.0/24\",\"10.0.3.0/24\"]");
        account.blocks(4);

        assertThat(antispam().ipBlocks().details().list()).hasSize(4);
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    @Test
    void proxysOwnNotFound_isNoVanishedId() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(2);
        account.emulator.faults().on(Operation.GET_BLOCK).htmlPage(404);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list());
    }

    private void answer(String body, String... headers) {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        account.emulator.faults().on(Operation.LIST_BLOCKS).times(1).raw(200, all, body);
    }

    @Test
    void details_areReadEightAtOnce_inOrder() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(20);
        EightAtOnce listener = new EightAtOnce();
        try (AntispamClient client = account.client(builder -> builder.listener(listener))) {
            assertThat(client.ipBlocks().details().stream()
                            .map(details -> details.ip().toString()))
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(i -> "10.0." + i + ".0/24")
                            .toList());
        }

        assertThat(listener.metAtOnce).hasValue(8);
        assertThat(listener.most).hasValue(8);
    }

    /** Holds the first eight requests for details until all of them are there. */
    private static final class EightAtOnce implements AntispamListener {

        private final CyclicBarrier eight = new CyclicBarrier(8);
        private final AtomicInteger started = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger metAtOnce = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public void requestStarted(Request request) {
            if (request.route().equals("/ip/{ip}")) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                if (started.incrementAndGet() <= 8) {
                    try {
                        eight.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException("fewer requests at once than expected", e);
                    }
                    metAtOnce.incrementAndGet();
                }
            }
        }

        @Override
        public void responseReceived(Request request, Response response) {
            if (request.route().equals("/ip/{ip}")) {
                underWay.decrementAndGet();
            }
        }
    }

    @Test
    void stream_ofIds_readsNoMoreThanAFewAhead() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(50);

        assertThat(antispam().ipBlocks().details().stream().limit(1)).hasSize(1);
        assertThat(account.emulator.journal().count(Operation.GET_BLOCK)).isLessThanOrEqualTo(8);
    }

    @Test
    void detailThatFails_throwsAfterTheElementsBefore() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(20);
        account.emulator
                .faults()
                .on(Operation.GET_BLOCK)
                .when(request -> request.parameter("ip").equals(Optional.of("10.0.10.0/24")))
                .status(500);
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(10);
    }

    @Test
    void idsAmongObjects_doNotEndTheList() {
        account.blocks(5);
        answer("[" + object(1) + ",\"10.0.2.0/24\"]");
        answer("[" + object(3) + "," + object(4) + "]");
        answer("[]");

        assertThat(antispam().ipBlocks().details().list()).hasSize(4);
    }

    @Test
    void idsThatFillAPage_areNotTakenForAll() {
        account.blocks(15);
        answer(ids(0, 10));
        answer(ids(10, 15));

        assertThat(antispam().ipBlocks().details().list()).hasSize(15);
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    @Test
    void idsThatFillAPage_andComeAgain_areAll() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(10);

        assertThat(antispam().ipBlocks().details().list()).hasSize(10);
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    private static String ids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "\"10.0." + i + ".0/24\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void detailsOfAnotherBlock_areAnUnexpectedResponse() {
        account.restart(EmulatorBuilder::withoutPages);
        account.blocks(3);
        account.emulator.faults().on(Operation.GET_BLOCK).raw(200, Map.of(), object(1));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("asked for 10.0.0.0/24, it is about 10.0.1.0/24");
    }

    @Test
    void idsThatAreFewerThanTheirTotal_areAShortList() {
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of("X-Pagination-Elements", "9"), ids(0, 4));
        account.blocks(4);
        List<Object> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().stream().forEach(delivered::add))
                .withMessageContaining("the list ended after 4 elements, and its total says 9");
        assertThat(delivered).hasSize(4);
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("page 2 repeats earlier elements")
                .withMessageContaining("its total says that there are 9");
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().sweep().run())
                .withMessageContaining("its total says 9");
    }

    private static String object(int block) {
        return "{\"ip\":\"10.0." + block + ".0/24\",\"type\":\"vps\",\"canBeTerminated\":false}";
    }
}
