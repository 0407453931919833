package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
        assertThat(antispam.ipBlocks()
                        .containing(io.github.ovhantispam.model.IpBlock.of("192.0.2.128/25"))
                        .list())
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
}
