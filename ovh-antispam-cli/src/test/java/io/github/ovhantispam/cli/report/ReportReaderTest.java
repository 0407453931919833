package io.github.ovhantispam.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ovhantispam.cli.report.page.ReportPage;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    private AntispamEmulator emulator;
    private AntispamClient client;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        client = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    private ReportReader reader() {
        ReportPeriod period = new ReportPeriod(emulator.clock().instant(), 30, ZoneOffset.UTC);
        return new ReportReader(period, (done, all) -> progress.add(done + "/" + all));
    }

    private Report account() {
        return reader().account(client.sweep());
    }

    @Test
    void address_ofTheGuide_hasItsStateAndItsMails() {
        Report report = reader().address(client, IpAddress.of("122.122.122.122"));

        assertThat(report.addresses()).singleElement().satisfies(address -> {
            assertThat(address.spamIp().state()).isEqualTo(SpamState.BLOCKED_FOR_SPAM);
            assertThat(address.block()).hasToString("122.122.122.121/28");
        });
        assertThat(report.samples()).isNotEmpty();
        assertThat(report.subject()).contains(IpAddress.of("122.122.122.122"));
    }

    @Test
    void address_thatNeverSentSpam_givesAReportOfNone() {
        Report report = reader().address(client, IpAddress.of("122.122.122.123"));

        assertThat(report.addresses()).isEmpty();
        assertThat(ReportPage.of(report)).contains("The API has no record of spam from this address.");
    }

    @Test
    void address_ofSomebodyElse_isNotFound() {
        assertThatThrownBy(() -> reader().address(client, IpAddress.of("8.8.8.8")))
                .isInstanceOf(BlockNotFoundException.class);
    }

    @Test
    void address_unknownToAProxyOnly_isNotReportedFree() {
        emulator.faults().on(Operation.GET_SPAM).htmlPage(404);

        assertThatThrownBy(() -> reader().address(client, IpAddress.of("122.122.122.122")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void account_withFreeAndBlockedAddresses_listsTheBlockedFirst() {
        emulator.ipBlock("145.56.222.96/28")
                .spamIp("145.56.222.97")
                .blockedFor(Duration.ofHours(1))
                .unblocked();
        emulator.ipBlock("188.81.49.30/28")
                .spamIp("188.81.49.20")
                .blockedFor(Duration.ofHours(1))
                .unblocking();

        Report report = account();

        assertThat(report.addresses())
                .extracting(address -> address.spamIp().ipSpamming().toString())
                .containsExactly("122.122.122.122", "188.81.49.20", "145.56.222.97");
        assertThat(progress).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void account_addressInTwoBlocks_countsOnce() {
        emulator.ipBlock("122.122.122.122/32")
                .spamIp("122.122.122.122")
                .blockedFor(Duration.ofHours(1))
                .stats(emulator.clock().instant(), 100, 7);

        Report report = account();

        assertThat(report.addresses()).singleElement().satisfies(address -> {
            assertThat(address.block()).hasToString("122.122.122.122/32");
            assertThat(address.spams()).isEqualTo(7);
        });
    }

    @Test
    void account_expiredBlock_isNamed() {
        emulator.ipBlock("145.56.222.96/28").expired();

        Report report = account();

        assertThat(report.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.block()).hasToString("145.56.222.96/28");
            assertThat(unread.reason()).contains("expired");
        });
        assertThat(ReportPage.of(report)).contains("145.56.222.96/28");
    }

    @Test
    void account_statisticsThatFail_areNamedBesideTheAddress() {
        emulator.faults().on(Operation.GET_STATS).status(460, "This service is expired");

        Report report = account();

        assertThat(report.addresses())
                .singleElement()
                .satisfies(address -> assertThat(address.problem())
                        .hasValueSatisfying(problem -> assertThat(problem).contains("This service is expired")));
    }

    @Test
    void account_credentialsRejectedOnTheWay_endTheReport() {
        emulator.faults().on(Operation.GET_STATS).status(403, "INVALID_CREDENTIAL", "This credential is not valid");

        assertThatThrownBy(this::account).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void account_blockedForLongerThanThePeriod_readsTheStatisticsOfItsBlock() {
        Instant blocked = emulator.clock().instant().minus(Duration.ofDays(60));
        emulator.ipBlock("145.56.222.96/28")
                .spamIp("145.56.222.97")
                .blockedAt(blocked.atOffset(ZoneOffset.UTC), Duration.ofDays(90))
                .stats(blocked, 50, 5);

        Report report = account();

        assertThat(report.addresses())
                .filteredOn(address -> address.spamIp().ipSpamming().toString().equals("145.56.222.97"))
                .singleElement()
                .satisfies(address -> assertThat(address.spams()).isEqualTo(5));
        assertThat(ReportPage.of(report)).contains("1 entry of the statistics outside these days");
    }

    @Test
    void account_freeForLongerThanThePeriod_costsNoRequestForStatistics() {
        emulator.ipBlock("145.56.222.96/28")
                .spamIp("145.56.222.97")
                .blockedAt(
                        emulator.clock().instant().minus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC), Duration.ZERO)
                .unblocked();

        account();

        assertThat(emulator.journal().entries())
                .filteredOn(entry -> entry.target().contains("145.56.222.97/stats"))
                .isEmpty();
    }
}
