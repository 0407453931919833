package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.EmailNotification;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private final TestAccount account = TestAccount.open();
    private final NotificationQuery notifications = account.antispam.notifications();
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void addMails() {
        ids.addAll(notifications.ids().list()); // the one of every test account
        for (int i = 1; i < 40; i++) {
            account.clock.advance(Duration.ofMinutes(1));
            ids.add(account.emulator.addNotification("Mail " + i, "Text " + i));
        }
        account.emulator.journal().clear();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private List<Long> newestFirst() {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get(ids.size() - 1 - i))
                .toList();
    }

    @Test
    void list_isOfAllMailsNewestFirst() {
        List<EmailNotification> list = notifications.list();

        assertThat(list).extracting(EmailNotification::id).isEqualTo(newestFirst());
        assertThat(list.get(0))
                .isEqualTo(EmailNotification.of(
                        ids.get(39), account.clock.instant().atOffset(ZoneOffset.UTC), "Mail 39", "Text 39"));
        assertThat(account.count(Operation.LIST_NOTIFICATIONS)).isEqualTo(1);
        assertThat(account.count(Operation.GET_NOTIFICATION)).isEqualTo(40);
    }

    @Test
    void stream_thatIsLeftEarly_readsLittleMore() {
        assertThat(notifications.stream().limit(3).map(EmailNotification::subject))
                .containsExactly("Mail 39", "Mail 38", "Mail 37");

        assertThat(account.count(Operation.GET_NOTIFICATION)).isEqualTo(8);
    }

    @Test
    void ids_areInTheOrderOfTheApi() {
        assertThat(notifications.ids().list()).isEqualTo(ids);
        assertThat(account.count(Operation.GET_NOTIFICATION)).isZero();
    }

    @Test
    void query_notUsed_costsNothing() {
        notifications.stream();
        notifications.pages();
        notifications.ids().stream();

        assertThat(account.emulator.journal().count()).isZero();
    }

    @Test
    void list_inAnyOrderOfTheApi_isNewestFirst() {
        String shuffled = IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get(i * 7 % ids.size()).toString())
                .collect(Collectors.joining(",", "[", "]"));
        account.emulator.faults().on(Operation.LIST_NOTIFICATIONS).raw(200, Map.of(), shuffled);

        assertThat(notifications.list()).extracting(EmailNotification::id).isEqualTo(newestFirst());
    }

    @Test
    void list_ofAMailThatVanishes_isWithoutIt() {
        account.emulator
                .faults()
                .on(Operation.LIST_NOTIFICATIONS)
                .raw(200, Map.of(), "[" + ids.get(0) + ", 7, " + ids.get(1) + "]");

        assertThat(notifications.list()).extracting(EmailNotification::id).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void list_ofAnotherMailThanAskedFor_fails() {
        account.emulator
                .faults()
                .on(Operation.GET_NOTIFICATION)
                .raw(200, Map.of(), "{\"id\":1,\"date\":\"2022-08-29T17:42:50+01:00\",\"subject\":\"\",\"body\":\"\"}");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(notifications::list)
                .withMessageStartingWith("GET /me/notification/email/history/{id}: asked for ");
    }

    @Test
    void stream_thatFailsHalfWay_deliversWhatCameBefore() {
        account.emulator.faults().on(Operation.GET_NOTIFICATION).afterCalls(8).status(403);
        List<EmailNotification> delivered = new ArrayList<>();

        assertThatExceptionOfType(PermissionException.class)
                .isThrownBy(() -> notifications.stream().forEach(delivered::add));
        assertThat(delivered)
                .extracting(EmailNotification::id)
                .isEqualTo(newestFirst().subList(0, 8));
    }

    @Test
    void list_inBatches_isTheSame() {
        AntispamClient batching = account.antispam.withOptions(options -> options.batchSize(20));

        assertThat(batching.notifications().list())
                .extracting(EmailNotification::id)
                .isEqualTo(newestFirst());
        assertThat(account.count(Operation.GET_NOTIFICATION)).isEqualTo(2);
    }

    @Test
    void list_withTheUsualConsumerKey_namesTheRuleThatIsMissing() {
        SupportTicketsTest.allowTheUsual(account);

        PermissionException thrown = catchThrowableOfType(PermissionException.class, notifications::list);

        assertThat(thrown.getMessage())
                .startsWith("GET /me/notification/email/history -> 403")
                .contains("this call needs GET /me/notification/email/history*, an access rule that no consumer key has"
                        + " unless it is asked for: get one with requestConsumerKey(AccessRule.NOTIFICATIONS) (application"
                        + " keys from the environment, sent to ");
    }

    @Test
    void list_withAnAccessToken_isSentToAnIamPolicy() {
        try (TestAccount service = TestAccount.openWithOauth2()) {
            service.emulator.faults().on(Operation.LIST_NOTIFICATIONS).status(403);

            assertThat(catchThrowableOfType(
                                    PermissionException.class,
                                    () -> service.antispam.notifications().list())
                            .getMessage())
                    .contains("this call needs GET /me/notification/email/history*: allow it in an IAM policy of this"
                            + " identity")
                    .doesNotContain("requestConsumerKey");
        }
    }
}
