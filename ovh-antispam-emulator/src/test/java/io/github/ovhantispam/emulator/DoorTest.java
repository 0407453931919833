package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be answered later is refused when it is given, and what is refused has changed nothing. */
class DoorTest {

    private static final String SPAM = "/ip/10.0.0.0%2F28/spam/10.0.0.1";
    private static final int ROUNDS = Integer.getInteger("emulator.fuzz", 10_000) / 10;

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().controlApi().start();
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private TestCaller.Reply control(String method, String call, String body) {
        return caller.bare(
                method, emulator.endpoint().resolve("/__emulator/" + call).toString(), body, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clock\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"clock\":\"-999999999-01-01T00:00:00Z\"}",
                "{\"clock\":\"10000-01-01T00:00:00Z\"}",
                "{\"clock\":\"1969-12-31T23:59:59Z\"}",
                "{\"clock\":\"2030-01-01T00:00:00Z\",\"blocks\":[{\"ip\":\"10.0.0.0/28\"},{\"ip\":\"x\"}]}",
                "{\"blocks\":[{\"ip\":\"10.0.0.0/28\",\"spam\":[{\"ipSpamming\":\"10.0.0.1\","
                        + "\"time\":9223372036854775807}]}]}",
                "{\"blocks\":[{\"ip\":\"10.0.0.0/28\",\"spam\":[{\"ipSpamming\":\"10.0.0.1\",\"time\":-1}]}]}",
                "{\"blocks\":[{\"ip\":\"10.0.0.0/28\",\"spam\":[{\"ipSpamming\":\"10.0.0.1\","
                        + "\"time\":99999999999999999999}]}]}",
                "{\"blocks\":[{\"ip\":\"10.0.0.0/28\",\"spam\":[{\"ipSpamming\":\"10.0.0.1\","
                        + "\"date\":\"+999999999-12-31T23:59:59Z\",\"time\":1}]}]}",
                "{\"blocks\":[{\"ip\":\"10.0.0.0/28\",\"spam\":[{\"ipSpamming\":\"10.0.0.1\","
                        + "\"date\":\"9999-12-31T23:59:58Z\",\"time\":60}]}]}",
                "{\"blocks\":[{\"ip\":\"192.0.2.0/24\",\"description\":\"other\",\"expired\":true,"
                        + "\"spam\":[{\"ipSpamming\":\"192.0.2.1\",\"time\":9,\"stats\":[{\"timestamp\":1}]}]}]}",
                "{\"blocks\":[{\"ip\":\"192.0.2.0/24\"},7]}"
            })
    void seed_thatIsRefused_changesNothing(String seed) {
        EmulatedSpamIp address = emulator.ipBlock("192.0.2.0/24")
                .description("mine")
                .spamIp("192.0.2.1")
                .blockedFor(Duration.ofHours(2));
        address.stats(Instant.EPOCH, 1, 1).averageSpamscore(5);
        String before = state();

        TestCaller.Reply reply = control("POST", "seed", seed);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"message\":\"");
        assertThat(state()).isEqualTo(before);
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.seed(Seed.json(seed)));
        assertThat(state()).isEqualTo(before);
    }

    private String state() {
        String period = "?from=1970-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";
        return control("GET", "blocks", null).body()
                + control("GET", "clock", null).body()
                + caller.get("/ip/192.0.2.0%2F24").body()
                + caller.get("/ip/192.0.2.0%2F24/spam/192.0.2.1/stats" + period).body();
    }

    @Test
    void seed_thatFailsAnyHow_changesNothing() {
        Instant before = emulator.clock().instant();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.seed(seeded -> {
                    seeded.ipBlock("10.0.0.0/28").spamIp("10.0.0.1").blockedFor(Duration.ofHours(1));
                    seeded.seed(Seed.guide());
                    throw new IllegalArgumentException("half-way");
                }));

        assertThat(control("GET", "blocks", null).body()).isEqualTo("[]");
        assertThat(emulator.clock().instant()).isEqualTo(before);
    }

    @Test
    void values_thatNoAnswerCouldHold_areRefusedWhenTheyAreGiven() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        Duration negative = Duration.ofSeconds(-1);
        EmulatedSpamIp address = emulator.ipBlock("10.0.0.0/28").spamIp("10.0.0.1");
        FaultRule fault = emulator.faults().onEveryRequest();
        EmulatorBuilder builder = AntispamEmulator.builder();
        List<ThrowingCallable> calls = List.of(
                () -> address.blockedFor(endless),
                () -> address.blockedFor(Duration.ofDays(4_000_000)),
                () -> address.blockedAt(OffsetDateTime.MAX, Duration.ZERO),
                () -> address.blockedAt(OffsetDateTime.MIN, Duration.ZERO),
                () -> address.stillSpamming(endless),
                () -> address.stillSpamming(negative),
                () -> Transition.after(endless),
                () -> Transition.after(negative),
                () -> builder.tokenLifetime(endless),
                () -> builder.tokenLifetime(negative),
                () -> builder.timestampTolerance(negative),
                () -> fault.hugeBody(-1),
                () -> fault.hugeBody(Long.MAX_VALUE),
                () -> fault.delay(endless),
                () -> fault.delay(negative),
                () -> fault.drip(endless),
                () -> fault.drip(negative),
                () -> fault.takes(endless),
                () -> fault.takes(negative),
                () -> fault.times(0),
                () -> fault.times(-1),
                () -> fault.afterCalls(-1),
                () -> fault.probability(Double.NaN, 0),
                () -> fault.status(0),
                () -> fault.status(-1, "x"),
                () -> fault.status(1000, "X", "x"),
                () -> fault.retryAfter(99, Duration.ZERO),
                () -> fault.retryAfter(503, negative),
                () -> fault.retryAfterDate(503, endless),
                () -> fault.retryAfterDate(503, Duration.ofSeconds(Long.MIN_VALUE)),
                () -> fault.processedThenStatus(7),
                () -> fault.processedThenRetryAfter(503, negative),
                () -> fault.htmlPage(100),
                () -> fault.emptyBody(600),
                () -> fault.redirect(1, URI.create("http://localhost/")),
                () -> fault.raw(200, Map.of("A\r\nB", "c"), ""),
                () -> fault.raw(200, Map.of("A", "b\r\nC: d"), ""),
                () -> fault.raw(200, Map.of("", "b"), ""));
        calls.forEach(call -> assertThatIllegalArgumentException().isThrownBy(call));
        assertThat(caller.get("/ip").status()).isEqualTo(200);
    }

    @Test
    void clock_atTheEndOfAllDates_isAnsweredStill() {
        EmulatedSpamIp address =
                emulator.ipBlock("10.0.0.0/28").spamIp("10.0.0.1").blockedFor(Duration.ofDays(1));
        address.transition(Transition.immediately()).stillSpamming(Duration.ofDays(2_900_000));
        emulator.clock().advance(Duration.between(emulator.clock().instant(), Instant.parse("9999-12-31T23:59:50Z")));

        assertThat(caller.post(SPAM + "/unblock").status()).isEqualTo(200);
        emulator.faults().onEveryRequest().times(1).takes(Duration.ofDays(1));
        assertThat(caller.get(SPAM).status()).isEqualTo(200);
        address.reoffends();
        emulator.faults().onEveryRequest().times(1).retryAfterDate(503, Duration.ofDays(300));
        assertThat(caller.get(SPAM).headers().get("Retry-After")).endsWith("9999 23:59:59 GMT");
        assertThat(caller.get(SPAM).status()).isEqualTo(200);
        assertThat(caller.get("/auth/currentCredential").status()).isEqualTo(200);
        assertThat(control("GET", "clock", null).body()).contains("9999-12-31T23:59:59Z");
    }

    @Test
    void authClock_thatShowsAnything_isAnsweredStill() {
        for (Instant shown : List.of(Instant.MAX, Instant.MIN)) {
            try (AntispamEmulator odd =
                    AntispamEmulator.builder().authClock(() -> shown).start()) {
                assertThat(caller.bare("GET", odd.endpoint() + "/auth/time", null, Map.of())
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void text_withHalfASurrogatePair_isAnsweredAsJson() {
        emulator.ipBlock("10.0.0.0/28").tags(Map.of("a\ud800", "\udc00b"));

        assertThat(caller.call("PUT", "/ip/10.0.0.0%2F28", "{\"description\":\"x\\ud800y \\ud83d\\ude00\"}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/ip/10.0.0.0%2F28").body()).contains("x\\uD800y \\uD83D\\uDE00", "a\\uD800");
        assertThat(control("POST", "seed", "{\"blocks\":[{\"ip\":\"10.0.1.0/28\",\"description\":\"\\ud800\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.with("X-Pagination-Mode", "CachedObjectList-Pages")
                        .get("/ip")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void condition_ofATestThatThrowsAnError_isAnsweredAndHarmsNobodyElse() {
        emulator.faults()
                .when(request -> {
                    throw new AssertionError("of the test");
                })
                .times(1)
                .emptyResponse();

        assertThat(caller.get("/ip").status()).isEqualTo(500);
        emulator.faults().clear();
        assertThat(caller.get("/ip").status()).isEqualTo(200);
    }

    @Test
    void failureOfTheJvm_whileARequestIsAnswered_surfacesWhenTheEmulatorIsClosed() {
        AntispamEmulator failing = AntispamEmulator.start();
        failing.faults()
                .when(request -> {
                    throw new OutOfMemoryError("pretended");
                })
                .emptyResponse();
        try (TestCaller friend = TestCaller.of(failing)) {
            assertThatThrownBy(() -> friend.get("/ip")).isInstanceOf(UncheckedIOException.class);
            failing.faults().clear();
            assertThat(friend.get("/ip").status()).as("the listener goes on").isEqualTo(200);
        }

        assertThatIllegalStateException().isThrownBy(failing::close).withMessageContaining("pretended");
        failing.close();
    }

    @Test
    void reoffend_overHttp_blocksAgainForLonger() {
        emulator.ipBlock("10.0.0.0/28").spamIp("10.0.0.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("10.0.0.0/28").spamIp("10.0.0.1").unblocked();

        assertThat(control("POST", "reoffend", "{\"ip\":\"10.0.0.0/28\",\"ipSpamming\":\"10.0.0.1\"}")
                        .body())
                .contains("\"state\":\"blockedForSpam\"", "\"time\":7200");
        assertThat(control("POST", "reoffend", "{\"ip\":\"10.0.1.0/28\",\"ipSpamming\":\"10.0.1.1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control("POST", "reoffend", "{\"ip\":\"10.0.0.0/28\",\"ipSpamming\":\"10.0.0.2\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control("POST", "reoffend", "{}").status()).isEqualTo(400);
    }

    @Test
    void journal_printed_isForPeople() {
        assertThat(emulator.journal()).hasToString("0 requests");
        caller.get("/ip");
        caller.get(SPAM);

        assertThat(emulator.journal())
                .hasToString("2 requests:\n  #1 GET /1.0/ip -> 200\n  #2 GET /1.0" + SPAM + " -> 404");
        for (int i = 0; i < 60; i++) {
            caller.get("/ip");
        }
        assertThat(emulator.journal().toString())
                .startsWith("62 requests, the latest 50:\n  #13 ")
                .hasLineCount(51);
    }

    /** Random calls of everything that takes input, from a seed: each is answered, and none with a 5xx of its own. */
    @Test
    void controlApiAndQueries_fedWithNonsense_neverFailThemselves() {
        Random random = new Random(20_221_018);
        String[] calls = {"clock", "faults", "seed", "reoffend", "reset", "journal", "blocks", "environment"};
        for (int i = 0; i < ROUNDS; i++) {
            String body = Nonsense.json(random);
            String call = calls[random.nextInt(calls.length)];
            TestCaller.Reply reply = control(random.nextInt(8) == 0 ? "DELETE" : "POST", call, body);
            assertThat(reply.status()).as(call + " " + body).isBetween(200, 499);
            emulator.faults().clear();
            assertThat(control("GET", "blocks", null).status()).as(body).isEqualTo(200);
            String query = Nonsense.query(random);
            assertThat(caller.get(query).status()).as(query).isBetween(200, 499);
            assertThat(caller.call("PUT", "/ip/10.0.0.0%2F28", body).status())
                    .as(body)
                    .isBetween(200, 499);
            assertThat(caller.bare(
                                    "POST",
                                    emulator.endpoint() + "/auth/credential",
                                    body,
                                    Map.of(
                                            "X-Ovh-Application",
                                            emulator.credential().applicationKey()))
                            .status())
                    .as(body)
                    .isBetween(200, 499);
            TestCaller paging = TestCaller.of(emulator);
            Nonsense.headers(random).forEach(paging::with);
            assertThat(paging.get("/ip").status()).isBetween(200, 499);
            assertThat(paging.get("/ip/10.0.0.0%2F28/spam").status()).isBetween(200, 499);
        }
    }
}
