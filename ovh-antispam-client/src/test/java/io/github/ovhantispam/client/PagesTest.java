package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in pages, by number and by cursor. */
class PagesTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    private AntispamClient antispam() {
        return account.antispam.withOptions(o -> o.pageSize(10));
    }

    @Test
    void details_areReadPageByPage() {
        account.blocks(25);

        assertThat(antispam().ipBlocks().details().list()).hasSize(25).doesNotHaveDuplicates();
        assertThat(account.listsOfBlocks()).isEqualTo(3);
        assertThat(antispam().ipBlocks().details().pages().map(List::size)).containsExactly(10, 10, 5);
    }

    @Test
    void stream_asksForNoPageItDoesNotNeed() {
        account.blocks(50);

        assertThat(antispam().ipBlocks().details().stream().limit(10)).hasSize(10);
        assertThat(account.listsOfBlocks()).isEqualTo(1);
        assertThat(antispam().ipBlocks().details().stream().limit(11)).hasSize(11);
        assertThat(account.listsOfBlocks()).isEqualTo(1 + 2);
    }

    @Test
    void queries_costNothingUntilUsed() {
        account.blocks(5);

        antispam().ipBlocks().details().stream();
        antispam().ipBlocks().stream();
        antispam().ipBlocks().details().pages();

        assertThat(account.emulator.journal().count()).isZero();
    }

    @Test
    void serverThatCapsThePageSize_losesNothing() {
        account.restart(emulated -> emulated.largestPage(3));
        account.blocks(10);

        assertThat(antispam().ipBlocks().details().list()).hasSize(10);
    }

    /** A page as long as was asked for, again and again: there may be more. */
    @Test
    void serverThatRepeatsAPage_isNoEndlessLoop() {
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), page(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add))
                .withMessageContaining("page 2 repeats earlier elements");
        assertThat(delivered).hasSize(10);
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 11, 25})
    void serverThatIgnoresPages_hasGivenAllAtOnce(int blocks) {
        String all = page(IntStream.range(0, blocks).toArray());
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), all);

        assertThat(antispam().ipBlocks().details().list()).hasSize(blocks);
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    @Test
    void serverThatIgnoresPages_andAnnouncesMore_isNotBelieved() {
        account.emulator
                .faults()
                .on(Operation.LIST_BLOCKS)
                .raw(200, Map.of("X-Pagination-Elements", "4"), page(1, 2, 3));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("page 2 repeats earlier elements")
                .withMessageContaining("its total says that there are 4");
    }

    @Test
    void pageThatFails_throwsAfterTheElementsBefore() {
        account.blocks(25);
        account.emulator.faults().on(Operation.LIST_BLOCKS).afterCalls(1).status(500);
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(10);
    }

    @Test
    void emptyAccount_isAnEmptyList() {
        assertThat(antispam().ipBlocks().details().list()).isEmpty();
        assertThat(antispam().ipBlocks().list()).isEmpty();
        assertThat(antispam().ipBlocks().pages()).isEmpty();
    }

    @Test
    void listWithANull_isRefused() {
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[null]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list());
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().list());
    }

    @Test
    void filters_areSentToTheServer() {
        account.blocks(3);
        account.emulator
                .ipBlock("192.0.2.0/24")
                .description("outgoing mail & more")
                .routedTo("ns1.example.net");

        assertThat(antispam().ipBlocks().description("mail & more").list()).hasSize(1);
        assertThat(antispam().ipBlocks().routedTo("ns1.example.net").list()).hasSize(1);
        assertThat(antispam()
                        .ipBlocks()
                        .containing(IpBlock.of("192.0.2.128/25"))
                        .list())
                .hasSize(1);
    }

    private static String page(int... blocks) {
        return IntStream.of(blocks).mapToObj(PagesTest::object).collect(Collectors.joining(",", "[", "]"));
    }

    private void answer(String body, String... headers) {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        account.emulator.faults().on(Operation.LIST_BLOCKS).times(1).raw(200, all, body);
    }

    @Test
    void cursor_isFollowedUntilNoneIsAnnounced() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        answer(page(3), "x-pagination-cursor-next", "def");
        answer(page(4, 5));

        assertThat(antispam().ipBlocks().details().list()).hasSize(5);
        assertThat(account.emulator.journal().entries(Operation.LIST_BLOCKS))
                .extracting(entry -> entry.headers().get("X-Pagination-Cursor"))
                .containsExactly(null, "abc", "def");
    }

    @Test
    void cursorOfAPlainList_isFollowedToo() {
        answer("[\"10.0.1.0/24\",\"10.0.2.0/24\",\"10.0.1.0/24\"]", "X-Pagination-Cursor-Next", "abc");
        answer("[\"10.0.2.0/24\",\"10.0.3.0/24\"]", "X-Pagination-Cursor-Next", "def");
        answer("[]", "X-Pagination-Cursor-Next", "ghi");
        answer("[]");

        assertThat(antispam().ipBlocks().list())
                .extracting(IpBlock::toString)
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");
        assertThat(account.listsOfBlocks()).isEqualTo(4);
    }

    @Test
    void cursorOfAPlainList_thatRepeatsItself_isNoEndlessLoop() {
        account.emulator
                .faults()
                .on(Operation.LIST_BLOCKS)
                .raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), "[\"10.0.1.0/24\"]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().list())
                .withMessageContaining("page 2 repeats earlier elements");
        assertThat(antispam().ipBlocks().stream().limit(1)).hasSize(1);
    }

    @Test
    void cursorThatEndsBeforeTheTotal_isAShortList() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        answer(page(3), "X-Pagination-Elements", "100");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("the list ended after 3 elements, and its total says 100");
    }

    @Test
    void emptyPages_withNewCursors_areFollowed() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "a");
        answer("[]", "X-Pagination-Cursor-Next", "b");
        answer("[]", "X-Pagination-Cursor-Next", "c");
        answer(page(3));

        assertThat(antispam().ipBlocks().details().list()).hasSize(3);
        assertThat(account.listsOfBlocks()).isEqualTo(4);
    }

    @Test
    void emptyPage_whoseCursorLedToIt_isNoEnd() {
        answer(page(1, 2), "X-Pagination-Cursor-Next", "abc");
        account.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), "[]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("page 2 is empty and announces a cursor that led to it");
        assertThat(account.listsOfBlocks()).isEqualTo(2);
    }

    @Test
    void emptyPagesWithoutEnd_areNotFollowedForEver() {
        for (int i = 0; i < 150; i++) {
            answer("[]", "X-Pagination-Cursor-Next", "cursor" + i);
        }

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().list())
                .withMessageContaining("100 pages in a row are empty");
        assertThat(account.listsOfBlocks()).isEqualTo(101);
    }

    @Test
    void cursorThatRepeatsAPage_isNoEndlessLoop() {
        account.emulator
                .faults()
                .on(Operation.LIST_BLOCKS)
                .raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), page(1, 2));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("page 2 repeats earlier elements");
    }

    @Test
    void elementThatAppearsTwice_isDeliveredOnce() {
        answer(page(1, 2, 2));
        answer(page(2, 3));
        answer("[]");

        assertThat(antispam().ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24");
    }

    @Test
    void totalThatMoves_hasTheListReadAgain() {
        answer(page(1, 2), "X-Pagination-Elements", "4");
        answer(page(4), "X-Pagination-Elements", "3"); // 1 is gone, and 3 is on the first page now
        answer(page(2, 3), "X-Pagination-Elements", "3");
        answer(page(4), "X-Pagination-Elements", "3");

        assertThat(antispam().ipBlocks().details().stream()
                        .map(details -> details.ip().toString()))
                .containsExactly("10.0.1.0/24", "10.0.2.0/24", "10.0.4.0/24", "10.0.3.0/24");
        assertThat(account.emulator.journal().entries(Operation.LIST_BLOCKS))
                .extracting(entry -> entry.headers().get("X-Pagination-Number"))
                .containsExactly("1", "2", "1", "2");
    }

    @Test
    void totalThatNeverStops_isNamed_afterAllThatWasRead() {
        for (int i = 0; i < 3; i++) {
            answer(page(1, 2), "X-Pagination-Elements", "4");
            answer(page(3), "X-Pagination-Elements", "3");
        }
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add))
                .withMessageContaining("read 3 times and may still lack elements: its total moved");
        assertThat(delivered).hasSize(3);
    }

    @Test
    void totalThatIsTooSmall_isDisproved() {
        for (int[] blocks : new int[][] {{1, 2}, {3, 4}, {5, 6}}) {
            answer(page(blocks), "X-Pagination-Elements", "3");
        }
        answer("[]", "X-Pagination-Elements", "3");

        assertThat(antispam().ipBlocks().details().list()).hasSize(6);
    }

    @Test
    void emptyPageBeforeTheTotal_isAShortList() {
        answer(page(1, 2), "X-Pagination-Elements", "20");
        answer("[]", "X-Pagination-Elements", "20");
        List<IpDetails> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add))
                .withMessageContaining("the list ended after 2 elements, and its total says 20");
        assertThat(delivered).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0025",
                "+25",
                "25.0",
                " 25 ",
                "25, 25",
                "5, 25",
                "25, 5",
                "1,,25",
                "99999999999",
                "10000000000000"
            })
    void totalHoweverItIsWritten_tellsAShortList(String total) {
        answer(page(1, 2, 3, 4, 5), "X-Pagination-Elements", total);
        answer("[]", "X-Pagination-Elements", total);

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().list())
                .withMessageContaining("the list ended after 5 elements, and its total says ");
    }

    @Test
    void elementThatIsListedTwice_isNoShortList() {
        for (int reading = 0; reading < 2; reading++) {
            answer(page(1, 2), "X-Pagination-Elements", "4");
            answer(page(2, 3), "X-Pagination-Elements", "4");
            answer("[]", "X-Pagination-Elements", "4");
        }

        assertThat(antispam().ipBlocks().details().list()).hasSize(3);
    }

    @Test
    void cursorThatIsNoHeaderValue_isAnUnexpectedResponse_afterItsPage() {
        answer(page(1), "X-Pagination-Cursor-Next", "caf\u00e9");
        answer("[\"10.0.1.0/24\"]", "X-Pagination-Cursor-Next", "caf\u00e9");
        List<Object> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().details().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(1);
        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam().ipBlocks().stream().forEach(delivered::add));
        assertThat(delivered).hasSize(2);
    }

    @Test
    void cursorThatIsEmpty_isNone() {
        answer(page(1), "X-Pagination-Cursor-Next", "");
        account.emulator.ipBlock("10.0.1.0/24");
        assertThat(antispam().ipBlocks().details().list()).hasSize(1);
    }

    @Test
    void iteratorThatFailed_neverGoesOnAfterTheGap() {
        account.blocks(25);
        account.emulator
                .faults()
                .on(Operation.LIST_BLOCKS)
                .afterCalls(1)
                .times(1)
                .status(404);
        Iterator<IpDetails> details = antispam().ipBlocks().details().stream().iterator();
        for (int i = 0; i < 10; i++) {
            details.next();
        }

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(details::hasNext);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(details::hasNext);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(details::next);
    }

    @Test
    void parallelStream_losesNothing() {
        account.blocks(100);

        assertThat(antispam().ipBlocks().details().stream().parallel().map(IpDetails::ip))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    private static String object(int block) {
        return "{\"ip\":\"10.0." + block + ".0/24\",\"type\":\"vps\",\"canBeTerminated\":false}";
    }
}
