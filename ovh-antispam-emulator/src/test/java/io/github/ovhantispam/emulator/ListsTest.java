package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

    private static final Pattern IP = Pattern.compile("\"ip\":\"([^\"]+)\"");

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.generated(25, 40, 1)).start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private static List<String> blocksIn(TestCaller.Reply reply) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = IP.matcher(reply.body());
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    @Test
    void pages_ofTen_areTenTenFiveAndNone() {
        List<String> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            TestCaller.Reply reply = caller.with("X-Pagination-Mode", "CachedObjectList-Pages")
                    .with("X-Pagination-Number", String.valueOf(page))
                    .with("X-Pagination-Size", "10")
                    .get("/ip");
            assertThat(reply.headers().get("X-Pagination-Elements")).isEqualTo("25");
            all.addAll(blocksIn(reply));
            sizes.add(blocksIn(reply).size());
        }
        assertThat(sizes).containsExactly(10, 10, 5, 0);
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void cursors_followedToTheEnd_giveEveryElementOnce() {
        caller.with("X-Pagination-Mode", "CachedObjectList-Cursor").with("X-Pagination-Size", "10");
        List<String> all = new ArrayList<>();
        TestCaller.Reply reply = caller.get("/ip");
        all.addAll(blocksIn(reply));
        while (reply.headers().get("X-Pagination-Cursor-Next") != null) {
            reply = caller.with("X-Pagination-Cursor", reply.headers().get("X-Pagination-Cursor-Next"))
                    .get("/ip");
            all.addAll(blocksIn(reply));
        }
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Pagination-Number, 0",
        "X-Pagination-Number, -1",
        "X-Pagination-Size, 0",
        "X-Pagination-Size, many",
        "X-Pagination-Filter, nonsense",
        "X-Pagination-Filter, type:xx=vps"
    })
    void pagination_thatMakesNoSense_is400(String header, String value) {
        assertThat(caller.with("X-Pagination-Mode", "CachedObjectList-Pages")
                        .with(header, value)
                        .get("/ip")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void cursor_thatWasMadeUp_is400() {
        assertThat(caller.with("X-Pagination-Mode", "CachedObjectList-Cursor")
                        .with("X-Pagination-Cursor", "bm9uc2Vuc2U")
                        .get("/ip")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void largestPage_smallerThanAskedFor_limitsThePage() {
        try (AntispamEmulator small = AntispamEmulator.builder()
                        .seed(Seed.generated(25, 0, 1))
                        .largestPage(7)
                        .start();
                TestCaller friend = TestCaller.of(small)) {
            friend.with("X-Pagination-Mode", "CachedObjectList-Pages").with("X-Pagination-Size", "5000");
            assertThat(blocksIn(friend.get("/ip"))).hasSize(7);
            assertThat(blocksIn(friend.with("X-Pagination-Number", "4").get("/ip")))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "type:eq=vps 2",
                "type:ne=vps 3",
                "type:in=vps,pcc 3",
                "description:like=%25mail%25 1",
                "version:gt=4 1",
                "version:lt=6 4",
                "type:eq=vps&description:like=%25mail%25 1",
                "description:like=mail%25 1",
                "description:like=out%25 0",
                "description:like=%25OUT 1",
                "description:like=%25mail 0",
                "description:like=m%25l%25t 1",
                "description:like=%25 5",
                "description:like=ail 1",
                "type:in=vps%2Cpcc 3",
                "type:in=vps 2",
                "type:in=%2C 0",
                "description:in=Mail%20out,Mail%2Cin 1",
                "description:in=a%2Cb,x 0",
                "&type:eq=vps& 2",
                "rou%74edTo.serviceName:eq= 5"
            })
    void filter_ofTheHeader_keepsWhatFits(String filter, int kept) {
        try (AntispamEmulator own = AntispamEmulator.start();
                TestCaller friend = TestCaller.of(own)) {
            own.ipBlock("10.0.0.0/28").type(IpType.VPS).description("Mail out");
            own.ipBlock("10.0.1.0/28").type(IpType.VPS);
            own.ipBlock("10.0.2.0/28").type(IpType.PCC);
            own.ipBlock("10.0.3.0/28");
            own.ipBlock("2001:db8::/56");
            friend.with("X-Pagination-Mode", "CachedObjectList-Pages").with("X-Pagination-Filter", filter);
            assertThat(blocksIn(friend.get("/ip"))).hasSize(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&", "&&"})
    void filter_thatIsEmpty_keepsEverything(String filter) {
        caller.with("X-Pagination-Mode", "CachedObjectList-Pages")
                .with("X-Pagination-Filter", filter)
                .with("X-Pagination-Sort", "");

        assertThat(blocksIn(caller.get("/ip"))).hasSize(25);
    }

    @Test
    void sort_byTextsAndNumbersMixed_hasOneOrder() {
        Random random = new Random(7);
        String[] values = {"1", "02", "-3", "10", "9999999999999999999999", "a", "B", "1a", "-", "", "1.5", "\u00e9"};
        for (int i = 0; i < 600; i++) {
            emulator.ipBlock("172.16." + i / 256 + "." + i % 256 + "/32")
                    .description(values[random.nextInt(values.length)] + (random.nextInt(3) == 0 ? i : ""));
        }
        caller.with("X-Pagination-Mode", "CachedObjectList-Pages").with("X-Pagination-Sort", "description");

        TestCaller.Reply up = caller.get("/ip");
        TestCaller.Reply down = caller.with("X-Pagination-Sort-Order", "DESC").get("/ip");

        assertThat(up.status()).isEqualTo(200);
        assertThat(down.status()).isEqualTo(200);
        assertThat(blocksIn(up)).hasSize(625).containsExactlyInAnyOrderElementsOf(blocksIn(down));
    }

    @Test
    void sort_byAField_isUpOrDown() {
        caller.with("X-Pagination-Mode", "CachedObjectList-Pages").with("X-Pagination-Sort", "ip");
        List<String> up = blocksIn(caller.get("/ip"));
        List<String> down =
                blocksIn(caller.with("X-Pagination-Sort-Order", "DESC").get("/ip"));

        assertThat(up).isSorted().hasSize(25);
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(25);
    }

    @Test
    void filters_ofTheQuery_areTheSchemasEight() {
        emulator.reset();
        emulator.ipBlock("192.0.2.0/24")
                .type(IpType.VPS)
                .campus("GRA")
                .description("Mail cluster")
                .additionalIp(true)
                .routedTo("vps-1.example")
                .tags(Map.of("team", "mail"));
        for (String query : new String[] {
            "campus=gra",
            "description=cluster",
            "description=mail%25",
            "description=%25cluster",
            "iamTags=%7B%22team%22%3A%5B%7B%22operator%22%3A%22LIKE%22%2C%22value%22%3A%22ma%25%22%7D%5D%7D",
            "ip=192.0.2.7",
            "ip=192.0.2.0%2F25",
            "isAdditionalIp=true",
            "routedTo.serviceName=vps-1",
            "type=vps&version=4&description=Mail",
            "iamTags=%7B%22team%22%3A%5B%7B%22operator%22%3A%22EQ%22%2C%22value%22%3A%22mail%22%7D%5D%7D"
        }) {
            assertThat(caller.get("/ip?" + query).body())
                    .as(query)
                    .contains("192.0.2.0/24")
                    .doesNotContain("10.0.0.0/28");
        }
        assertThat(caller.get("/ip?version=6").body()).isEqualTo("[]");
        assertThat(caller.get("/ip?ip=192.0.0.0%2F8").body()).isEqualTo("[]");
    }

    @Test
    void batch_ofItems_hasAValueOrAnErrorForEach() {
        emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        String body = caller.with("X-Ovh-Batch", ",")
                .get("/ip/192.0.2.0%2F24/spam/192.0.2.1,192.0.2.2")
                .body();

        assertThat(body)
                .startsWith("[{\"key\":\"192.0.2.1\",\"value\":{\"date\":")
                .contains("\"error\":null},{\"key\":\"192.0.2.2\",\"value\":null,\"error\":{\"message\":")
                .contains("ipSpamming = 192.0.2.2");
    }

    @Test
    void batch_whoseElementsAreNotAllGranted_answersThoseThatAre() {
        emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.2").blockedFor(Duration.ofHours(1));
        emulator.credential().allowNothing().allow("GET", "/ip/192.0.2.0%2f24/spam/192.0.2.1");

        String body = caller.with("X-Ovh-Batch", ",")
                .get("/ip/192.0.2.0%2F24/spam/192.0.2.1,192.0.2.2")
                .body();

        assertThat(body)
                .contains("{\"key\":\"192.0.2.1\",\"value\":{\"date\"")
                .contains("{\"key\":\"192.0.2.2\",\"value\":null,\"error\":{\"errorCode\":\"NOT_GRANTED_CALL\"");
    }

    @Test
    void batch_ofBlocks_listsTheSpamOfEach() {
        emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        assertThat(caller.with("X-Ovh-Batch", ",")
                        .get("/ip/192.0.2.0%2F24,203.0.113.0%2F24/spam?state=blockedForSpam")
                        .body())
                .isEqualTo("[{\"key\":\"192.0.2.0/24\",\"value\":[\"192.0.2.1\"],\"error\":null},"
                        + "{\"key\":\"203.0.113.0/24\",\"value\":null,\"error\":{\"message\":\"This service does not exist\","
                        + "\"httpCode\":\"404 Not Found\"}}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CachedObjectList-Pages", "CachedObjectList-Cursor"})
    void switchedOff_theHeadersAreIgnored(String mode) {
        try (AntispamEmulator plain = AntispamEmulator.builder()
                        .seed(Seed.generated(2, 0, 1))
                        .withoutPages()
                        .withoutCursors()
                        .withoutBatch()
                        .start();
                TestCaller friend = TestCaller.of(plain)) {
            assertThat(friend.with("X-Pagination-Mode", mode).get("/ip").body())
                    .isEqualTo("[\"10.0.0.0/28\",\"10.0.0.16/28\"]");
            assertThat(friend.with("X-Ovh-Batch", ",")
                            .get("/ip/10.0.0.0%2F28,10.0.0.16%2F28/spam")
                            .status())
                    .isEqualTo(400);
        }
    }
}
