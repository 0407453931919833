package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random faults on random calls, the same ones each time: every call ends inside its time limit, with the right result
 * or an {@link AntispamException}, and no call of {@code unblock} or of {@code create} takes effect twice.
 */
class FaultSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("client.fault.sequences", 2000);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Real time for one call: no fault here is slow, so a call that needs this long hangs. */
    private static final Duration HANGS = Duration.ofSeconds(20);

    private static final List<Consumer<FaultRule>> FAULTS = List.of(
            FaultRule::resetBeforeProcessing,
            FaultRule::resetAfterProcessing,
            FaultRule::resetWithinBody,
            FaultRule::wrongContentLength,
            FaultRule::emptyResponse,
            FaultRule::truncatedJson,
            FaultRule::notJson,
            FaultRule::unknownField,
            FaultRule::unknownValue,
            FaultRule::chunked,
            fault -> fault.htmlPage(502),
            fault -> fault.htmlPage(200),
            fault -> fault.emptyBody(204),
            fault -> fault.status(400),
            fault -> fault.status(401),
            fault -> fault.status(403),
            fault -> fault.status(404),
            fault -> fault.status(408),
            fault -> fault.status(429),
            fault -> fault.status(460),
            fault -> fault.status(500),
            fault -> fault.status(503),
            fault -> fault.status(400, "QUERY_TIME_OUT", "Query time out"),
            fault -> fault.status(500, "Database query time out"),
            fault -> fault.status(409, "This IP address is still blocked for 7 seconds"),
            fault -> fault.retryAfter(429, Duration.ofSeconds(2)),
            fault -> fault.retryAfter(503, Duration.ZERO),
            fault -> fault.retryAfter(503, Duration.ofMinutes(3)),
            fault -> fault.retryAfterDate(503, Duration.ofSeconds(5)),
            fault -> fault.processedThenStatus(500),
            fault -> fault.processedThenStatus(503),
            fault -> fault.processedThenRetryAfter(503, Duration.ofSeconds(1)),
            fault -> fault.processedThenRetryAfter(429, Duration.ZERO),
            fault -> fault.takes(Duration.ofSeconds(40)));

    private static final String OLD_NAME = "old.example.com.";
    private static final String NEW_NAME = "new.example.com.";

    /** What a sequence calls. */
    private enum Call {
        LIST,
        DETAILS,
        STATS,
        UNBLOCK,
        RELEASE,
        TICKET,
        SET_REVERSE,
        DELETE_REVERSE,
        NOTIFICATIONS
    }

    private static final List<Operation> OPERATIONS = List.of(Operation.values());
    private static final List<Call> CALLS = List.of(Call.values());

    private final Map<Call, int[]> figures = new EnumMap<>(Call.class);

    @Test
    void sequencesOfFaults_endInTimeAndTakeEffectOnceAtMost() {
        try (TestAccount account = TestAccount.open(client -> client.timeout(LIMIT))) {
            for (int seed = 0; seed < SEQUENCES; seed++) {
                sequence(account, seed);
            }
        }
        StringBuilder line = new StringBuilder(SEQUENCES + " sequences of faults:");
        figures.forEach((call, counts) -> line.append(' ')
                .append(call)
                .append(' ')
                .append(counts[0])
                .append(" right, ")
                .append(counts[1])
                .append(" failed;"));
        System.out.println(line);
        assertThat(figures.values()).allSatisfy(counts -> assertThat(counts).doesNotContain(0));
    }

    private void sequence(TestAccount account, int seed) {
        Random random = new Random(seed);
        account.emulator.reset();
        EmulatedSpamIp address = account.emulator
                .ipBlock(TestAccount.BLOCK)
                .spamIp(TestAccount.ADDRESS)
                .blockedFor(Duration.ofSeconds(random.nextInt(3) * 600L));
        address.stats(account.clock.instant(), 3, 2);
        account.emulator.ipBlock(TestAccount.BLOCK).reverse(TestAccount.ADDRESS, OLD_NAME);
        account.emulator.addNotification("Subject", "Text");
        int faults = random.nextInt(5);
        for (int i = 0; i < faults; i++) {
            FaultRule rule = random.nextInt(4) == 0
                    ? account.emulator.faults().onEveryRequest()
                    : account.emulator.faults().on(OPERATIONS.get(random.nextInt(OPERATIONS.size())));
            FAULTS.get(random.nextInt(FAULTS.size()))
                    .accept(rule.afterCalls(random.nextInt(3)).times(1 + random.nextInt(6)));
        }
        Call call = CALLS.get(random.nextInt(CALLS.size()));
        long before = address.acceptedUnblocks();
        Instant start = account.clock.instant();
        long startNanos = System.nanoTime();
        int[] counts = figures.computeIfAbsent(call, c -> new int[2]);
        try {
            check(account, address, call);
            counts[0]++;
        } catch (AntispamException e) {
            counts[1]++;
            boolean took = address.acceptedUnblocks() > before
                    || !account.emulator.tickets().isEmpty()
                    || !nameNow(account).equals(OLD_NAME);
            assertThat(!took || e.mayHaveBeenProcessed())
                    .as("sequence %d: %s took effect and denies it: %s", seed, call, e)
                    .isTrue();
        }
        assertThat(address.acceptedUnblocks() - before)
                .as("sequence %d: accepted releases of one %s", seed, call)
                .isLessThanOrEqualTo(1);
        assertThat(account.emulator.tickets())
                .as("sequence %d: tickets of one %s", seed, call)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .as("sequence %d: real time of %s", seed, call)
                .isLessThan(HANGS);
        if (call != Call.RELEASE) { // whose limit is the block's, and which is checked by ReleaseTest
            // "takes" lets 40 seconds pass within a request, which no limit of ours can see before it is answered
            assertThat(Duration.between(start, account.clock.instant()))
                    .as("sequence %d: time of %s on the clock", seed, call)
                    .isLessThanOrEqualTo(LIMIT.plusSeconds(80));
        }
    }

    /** The name as the emulator has it, read past all faults. */
    private static String nameNow(TestAccount account) {
        account.emulator.faults().clear();
        try {
            return account.reverse().get().reverse();
        } catch (NotFoundException e) {
            return "";
        }
    }

    private static void check(TestAccount account, EmulatedSpamIp address, Call call) {
        switch (call) {
            case LIST -> assertThat(account.antispam.ipBlocks().list()).containsExactly(IpBlock.of(TestAccount.BLOCK));
            case DETAILS -> assertThat(account.ip().get().ipSpamming()).isEqualTo(IpAddress.of(TestAccount.ADDRESS));
            case STATS ->
                assertThat(account.ip().stats(Instant.EPOCH, account.clock.instant()))
                        .hasSize(1);
            case UNBLOCK -> {
                SpamIp unblocked = account.ip().unblock(ip -> {});
                assertThat(unblocked.ipSpamming()).isEqualTo(address.address());
                assertThat(unblocked.state()).isNotEqualTo(SpamState.BLOCKED_FOR_SPAM);
            }
            case TICKET ->
                assertThat(account.antispam
                                .supportTickets()
                                .create(NewTicket.of("Subject", "Text"))
                                .ticketId())
                        .isEqualTo(account.emulator.tickets().get(0).ticketId());
            case SET_REVERSE -> {
                assertThat(account.reverse().set(NEW_NAME).reverse()).isEqualTo(NEW_NAME);
                assertThat(nameNow(account)).isEqualTo(NEW_NAME);
            }
            case DELETE_REVERSE -> {
                account.reverse().delete();
                // A 204, and a 404 to the read after a lost response, say that the name is gone; those here lie.
                boolean lied = account.emulator.journal().entries().stream()
                        .anyMatch(entry -> !entry.processed() && (entry.status() == 204 || entry.status() == 404));
                assertThat(lied ? "" : nameNow(account)).isEmpty();
            }
            case NOTIFICATIONS ->
                assertThat(account.antispam.notifications().list()).hasSize(1);
            case RELEASE -> {
                SpamIp released = account.ip().release(ip -> {}).await();
                assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
                assertThat(address.state()).isEqualTo(SpamState.UNBLOCKED);
            }
        }
    }
}
