package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sweep finds, and what it says of what it could not read. */
class SweepTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    @Test
    void run_findsTheAddressesOfAllBlocks() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.3").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("198.51.100.7/32").spamIp("198.51.100.7").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("203.0.113.0/24");

        SweepResult result = account.antispam.sweep().run();

        assertThat(EmulatedAccount.addresses(result)).containsExactly("192.0.2.1", "192.0.2.3", "198.51.100.7");
        assertThat(result.failures()).isEmpty();
        assertThat(account.emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
        assertThat(account.emulator.journal().count(Operation.GET_SPAM)).isZero();
    }

    @Test
    void serverWithoutPages_losesNothing() {
        account.restart(EmulatorBuilder::withoutPages);
        account.emulator.seed(Seed.generated(120, 60, 1));

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().run())).hasSize(60);
        assertThat(EmulatedAccount.addresses(account.antispam.sweep().batch(50).run()))
                .hasSize(60);
    }

    @Test
    void serverThatCapsPages_losesNothing() {
        account.restart(emulated -> emulated.largestPage(2));
        account.emulator.seed(Seed.generated(20, 100, 1));

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().run())).hasSize(100);
        assertThat(EmulatedAccount.addresses(account.antispam.sweep().batch(7).run()))
                .hasSize(100);
    }

    @Test
    void state_isAskedForAndSeenTo() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").unblocked();

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().run())).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(EmulatedAccount.addresses(account.antispam
                        .sweep()
                        .state(SpamState.BLOCKED_FOR_SPAM)
                        .run()))
                .containsExactly("192.0.2.1");
        assertThat(EmulatedAccount.addresses(account.antispam
                        .sweep()
                        .state(SpamState.UNBLOCKED)
                        .batch(50)
                        .run()))
                .containsExactly("192.0.2.2");
    }

    @Test
    void serverThatDoesNotKnowTheFilter_isFilteredHere() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .raw(
                        200,
                        Map.of(),
                        "[{\"ipSpamming\":\"192.0.2.1\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");

        SweepResult result =
                account.antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM).run();
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void blocks_areFilteredByTheServer() {
        account.emulator
                .ipBlock("192.0.2.0/28")
                .type(IpType.VPS)
                .spamIp("192.0.2.1")
                .blockedFor(Duration.ofHours(1));
        account.emulator
                .ipBlock("198.51.100.0/28")
                .type(IpType.DEDICATED)
                .description("mail")
                .spamIp("198.51.100.1")
                .blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("203.0.113.0/28").type(IpType.DEDICATED);

        Sweep dedicated = account.antispam.sweep().blocks(blocks -> blocks.type(IpType.DEDICATED));

        assertThat(EmulatedAccount.addresses(dedicated.run())).containsExactly("198.51.100.1");
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(2);
        assertThat(EmulatedAccount.addresses(
                        dedicated.blocks(blocks -> blocks.description("mail")).run()))
                .hasSize(1);
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
    }

    @Test
    void ipv6Blocks_areReadOnRequestOnly() {
        account.emulator.ipBlock("2001:db8::/64");
        account.emulator.ipBlock("192.0.2.0/28");

        account.antispam.sweep().run();
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(1);
        account.antispam.sweep().includeIpv6().run();
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
    }

    @Test
    void sweep_costsNothingUntilBegun() {
        account.emulator.ipBlock("192.0.2.0/28");

        account.antispam.sweep().concurrency(3);
        account.antispam.sweep().stream().close();

        assertThat(account.emulator.journal().count()).isZero();
    }

    @Test
    void settingsOutOfRange_areRefusedByName() {
        Sweep sweep = account.antispam.sweep();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep.concurrency(0))
                .withMessage("concurrency is not between 1 and 64: 0");
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.concurrency(65));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.ratePerMinute(0));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.ratePerMinute(60_001));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.batch(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep.batch(101))
                .withMessage("batch is not between 1 and 100: 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.standard().batchSize(101));
        assertThatNullPointerException().isThrownBy(() -> sweep.state(null)).withMessage("state");
        assertThatNullPointerException().isThrownBy(() -> sweep.blocks(null)).withMessage("filters");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void blockThatCannotBeRead_isAFailureOfItsOwn(int batch) {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("198.51.100.0/28").spamIp("198.51.100.1").blockedFor(Duration.ofHours(1));
        account.emulator.ipBlock("203.0.113.0/28").spamIp("203.0.113.1").blockedFor(Duration.ofHours(1));
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.target().contains("198.51.100.0"))
                .status(460, "This service is expired");

        SweepResult result = account.antispam.sweep().batch(batch).run();

        assertThat(EmulatedAccount.addresses(result)).containsExactly("192.0.2.1", "203.0.113.1");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.block()).hasToString("198.51.100.0/28");
            assertThat(failure.exception()).isInstanceOf(ServiceExpiredException.class);
        });
    }

    @Test
    void blocksOwn500_isTriedOnceMoreOnly() {
        account.emulator.ipBlock("192.0.2.0/28");
        account.emulator.faults().on(Operation.LIST_SPAM).status(500);

        SweepResult result = account.antispam.sweep().run();

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.exception()).isInstanceOf(ServerException.class));
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(2);
    }

    @Test
    void listOfBlocks_isRetriedAsUsual() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.emulator.faults().on(Operation.LIST_BLOCKS).times(3).status(500);

        assertThat(EmulatedAccount.addresses(account.antispam.sweep().run())).hasSize(1);
    }

    @Test
    void listOfBlocks_thatCannotBeRead_isNoSweep() {
        account.emulator.faults().on(Operation.LIST_BLOCKS).status(500);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> account.antispam.sweep().run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void rejectedCredentials_endTheSweep_afterWhatWasFound(int batch) {
        account.emulator.seed(Seed.generated(500, 500, 1));
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .afterCalls(20 / batch)
                .status(403, "INVALID_CREDENTIAL", "This credential is not valid");
        List<SweepItem> items = new ArrayList<>();

        try (Stream<SweepItem> stream = account.antispam.sweep().batch(batch).stream()) {
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> stream.forEach(items::add));
        }
        assertThat(items).allMatch(Finding.class::isInstance);
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isLessThan(50);
    }

    @Test
    void addressOutsideItsBlock_isAFailureOfTheBlock() {
        account.emulator.ipBlock("192.0.2.0/28");
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .raw(
                        200,
                        Map.of("X-Pagination-Elements", "1"),
                        "[{\"ipSpamming\":\"192.0.2.99\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");

        SweepResult result = account.antispam.sweep().run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.exception())
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("has an address outside of it: 192.0.2.99"));
    }

    @Test
    void listThatBreaksOff_isWhatWasReadAndAFailure() {
        account.restart(emulated -> emulated.largestPage(2));
        for (int i = 0; i < 6; i++) {
            account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }
        account.emulator.faults().on(Operation.LIST_SPAM).afterCalls(1).status(404, "This service does not exist");

        SweepResult result = account.antispam.sweep().run();

        assertThat(EmulatedAccount.addresses(result)).containsExactly("192.0.2.0", "192.0.2.1");
        assertThat(result.failures()).hasSize(1);
    }

    @Test
    void findings_haveAHandleOfTheClient() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        Finding finding = account.antispam.sweep().run().findings().get(0);

        assertThat(finding.block()).hasToString("192.0.2.0/28");
        assertThat(finding.resource().get()).isEqualTo(finding.spamIp());
    }

    @Test
    void progress_isToldOfEveryBlock() {
        account.emulator.seed(Seed.generated(30, 10, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).times(1).status(404, "This service does not exist");
        List<SweepProgress> progress = new ArrayList<>();

        SweepResult result = account.antispam.sweep().onProgress(progress::add).run();

        assertThat(progress).hasSize(30).extracting(SweepProgress::blocksDone).isSorted();
        assertThat(progress.get(29))
                .isEqualTo(new SweepProgress(30, 30, result.findings().size(), 1));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "50, true", "1, false", "50, false"})
    void faultsOnATenthOfTheRequests_loseNothingThatIsNotNamed(int batch, boolean pages) {
        account.restart(emulated -> pages ? emulated : emulated.withoutPages());
        account.emulator.seed(Seed.generated(400, 300, 7));
        Set<String> truth =
                new HashSet<>(EmulatedAccount.addresses(account.antispam.sweep().run()));
        assertThat(truth).hasSize(300);

        for (int seed = 0; seed < 8; seed++) {
            account.emulator.faults().clear();
            account.emulator.faults().onEveryRequest().probability(0.02, seed).status(500);
            account.emulator
                    .faults()
                    .onEveryRequest()
                    .probability(0.02, seed + 100)
                    .resetWithinBody();
            account.emulator
                    .faults()
                    .onEveryRequest()
                    .probability(0.02, seed + 200)
                    .retryAfter(429, Duration.ofSeconds(1));
            account.emulator
                    .faults()
                    .onEveryRequest()
                    .probability(0.02, seed + 300)
                    .htmlPage(502);
            account.emulator
                    .faults()
                    .on(Operation.LIST_SPAM)
                    .probability(0.02, seed + 400)
                    .truncatedJson();

            SweepResult result = account.antispam.sweep().batch(batch).run();

            Set<String> found = new HashSet<>(EmulatedAccount.addresses(result));
            assertThat(truth).containsAll(found);
            assertThat(truth.stream().filter(ip -> !found.contains(ip)))
                    .allMatch(ip -> result.failures().stream()
                            .anyMatch(failure -> failure.block().contains(IpAddress.of(ip))));
        }
    }

    @Test
    void cursorThatIsNoHeaderValue_isAFailureOfItsBlock() {
        for (int i = 0; i < 20; i++) {
            account.emulator
                    .ipBlock("10.0." + i + ".0/24")
                    .spamIp("10.0." + i + ".1")
                    .blockedFor(Duration.ofHours(1));
        }
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .when(r -> r.target().contains("10.0.7.0"))
                .raw(
                        200,
                        Map.of("X-Pagination-Cursor-Next", "caf\u00e9"),
                        "[{\"ipSpamming\":\"10.0.7.1\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");

        SweepResult result = account.antispam.sweep().run();

        assertThat(result.findings()).hasSize(20); // the page before it, too
        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.exception())
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("the cursor of the next page"));
    }

    @Test
    void parallelStream_losesNothing() {
        account.emulator.seed(Seed.generated(100, 300, 1));
        try (Stream<SweepItem> items = account.antispam.sweep().stream()) {
            assertThat(items.parallel().map(SweepItem::toString).distinct()).hasSize(300);
        }
    }
}
