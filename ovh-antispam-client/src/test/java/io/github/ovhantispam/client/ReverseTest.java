package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.ReverseIp;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseTest {

    private static final IpAddress ADDRESS = IpAddress.of(TestAccount.ADDRESS);

    private final TestAccount account = TestAccount.open();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void get_isTheName() {
        assertThat(account.reverse().get()).isEqualTo(ReverseIp.of(ADDRESS, "mail.example.com."));
        assertThat(account.count(Operation.GET_REVERSE)).isEqualTo(1);
    }

    @Test
    void set_isRead() {
        assertThat(account.reverse().set("mx-1.example.com.")).isEqualTo(ReverseIp.of(ADDRESS, "mx-1.example.com."));
        assertThat(account.reverse().get().reverse()).isEqualTo("mx-1.example.com.");
        assertThat(account.count(Operation.SET_REVERSE)).isEqualTo(1);
    }

    @Test
    void delete_leavesNone() {
        account.reverse().delete();

        NotFoundException thrown = catchThrowableOfType(
                NotFoundException.class, () -> account.reverse().get());
        assertThat(thrown.getMessage())
                .startsWith("GET /ip/192.0.2.9%2F28/reverse/192.0.2.1 -> 404: ")
                .contains("; the address has no reverse name");
        assertThat(account.count(Operation.DELETE_REVERSE)).isEqualTo(1);
    }

    @Test
    void delete_ofNone_saysSo() {
        account.reverse().delete();

        NotFoundException thrown = catchThrowableOfType(
                NotFoundException.class, () -> account.reverse().delete());
        assertThat(thrown.mayHaveBeenProcessed()).isFalse();
        assertThat(thrown.method()).isEqualTo("DELETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " null\n", "{}", "{\"task\": 7}"})
    void delete_withABodyThatTheApiCanHave_isDone(String body) {
        account.emulator.faults().on(Operation.DELETE_REVERSE).raw(200, Map.of(), body);

        account.reverse().delete();

        assertThat(account.count(Operation.DELETE_REVERSE)).isEqualTo(1);
        assertThat(account.count(Operation.GET_REVERSE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to the hotel", "\"deleted\"", "[]", "nullify", "not json"})
    void delete_withABodyOfSomebodyElse_isReadBackAndSentAgain(String body) {
        account.emulator.faults().on(Operation.DELETE_REVERSE).times(1).raw(200, Map.of(), body);

        account.reverse().delete();

        assertThat(account.count(Operation.DELETE_REVERSE)).isEqualTo(2);
        assertThat(account.antispam.ipBlock(TestAccount.BLOCK).reverse().list()).isEmpty();
    }

    @Test
    void delete_withoutABody_isDone() {
        account.emulator.faults().on(Operation.DELETE_REVERSE).emptyBody(204);

        account.reverse().delete();

        assertThat(account.count(Operation.DELETE_REVERSE)).isEqualTo(1);
    }

    @Test
    void delete_withTheUsualConsumerKey_namesTheRuleThatIsMissing() {
        SupportTicketsTest.allowTheUsual(account);

        account.reverse().set("mx.example.com.");
        assertThat(account.reverse().get().reverse()).isEqualTo("mx.example.com.");
        assertThatExceptionOfType(PermissionException.class)
                .isThrownBy(() -> account.reverse().delete())
                .withMessageContaining(
                        "this call needs DELETE /ip/*/reverse/*, an access rule that no consumer key has")
                .withMessageContaining("requestConsumerKey(AccessRule.REVERSE)");
        account.emulator.credential().allow(AccessRule.REVERSE.method(), AccessRule.REVERSE.path());
        account.reverse().delete();
        assertThat(account.antispam.ipBlock(TestAccount.BLOCK).reverse().list()).isEmpty();
    }

    @Test
    void list_isOfAllNames() {
        account.emulator.ipBlock(TestAccount.BLOCK).reverse("192.0.2.3", "three.example.com.");
        ReverseQuery reverse = account.antispam.ipBlock(TestAccount.BLOCK).reverse();

        assertThat(reverse.list())
                .containsExactly(
                        ReverseIp.of(ADDRESS, "mail.example.com."),
                        ReverseIp.of(IpAddress.of("192.0.2.3"), "three.example.com."));
        assertThat(account.count(Operation.GET_REVERSE)).isZero();
        assertThat(reverse.addresses().list()).containsExactly(ADDRESS, IpAddress.of("192.0.2.3"));
    }

    @Test
    void list_fromAServerWithoutPages_isTheSame() {
        try (TestAccount plain = TestAccount.open(emulated -> emulated.withoutPages(), client -> client)) {
            assertThat(plain.antispam.ipBlock(TestAccount.BLOCK).reverse().list())
                    .containsExactly(ReverseIp.of(ADDRESS, "mail.example.com."));
            assertThat(plain.count(Operation.GET_REVERSE)).isEqualTo(1);
        }
    }

    @Test
    void ipv6_isServedToo() {
        account.emulator.ipBlock("2001:db8::/64");
        ReverseResource reverse = account.antispam.ipBlock("2001:db8::/64").reverse("2001:db8::25");

        assertThat(reverse.set("six.example.com.").ipReverse()).isEqualTo(IpAddress.of("2001:db8::25"));
        assertThat(reverse.get().reverse()).isEqualTo("six.example.com.");
        reverse.delete();
        assertThat(account.antispam.ipBlock("2001:db8::/64").reverse().list()).isEmpty();
    }

    @Test
    void addressOutsideTheBlock_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.antispam.ipBlock(TestAccount.BLOCK).reverse("192.0.2.99"))
                .withMessage("ipReverse lies outside the block 192.0.2.9/28: 192.0.2.99");
    }

    @Test
    void set_answeredAboutAnotherAddress_isReadBack() {
        account.emulator
                .faults()
                .on(Operation.SET_REVERSE)
                .times(1)
                .raw(200, Map.of(), "{\"ipReverse\":\"192.0.2.2\",\"reverse\":\"mx.example.com.\"}");

        assertThat(account.reverse().set("mx.example.com.")).isEqualTo(ReverseIp.of(ADDRESS, "mx.example.com."));
        assertThat(account.count(Operation.SET_REVERSE)).isEqualTo(2);
    }

    @Test
    void set_ofANameThatDoesNotResolve_saysWhatToDo() {
        account.emulator.faults().on(Operation.SET_REVERSE).status(400);

        assertThat(catchThrowableOfType(
                                AntispamApiException.class,
                                () -> account.reverse().set("mx.example.com."))
                        .getMessage())
                .contains("; the name must resolve to the address already; ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mail.example.com | does not end with a dot
                    Mail.example.com. | has a capital letter
                    mail.example.ÉCOM. | has a capital letter
                    -mail.example.com. | begins or ends with a hyphen
                    mail-.example.com. | begins or ends with a hyphen
                    mail.-example.com. | begins or ends with a hyphen
                    mail..example.com. | a part that is empty
                    . | a part that is empty
                    .mail.example.com. | a part that is empty
                    mail example.com. | has a character other than
                    été.example.com. | in its xn-- form
                    mail.example.com/. | has a character other than
                    '' | does not end with a dot
                    """)
    void set_againstARule_isRefusedBeforeItIsSent(String name, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.reverse().set(name))
                .withMessageStartingWith("reverse ")
                .withMessageContaining(problem);
        assertThat(account.emulator.journal().count()).isZero();
    }

    @Test
    void set_atTheLimits_isSent() {
        String longest = "a".repeat(63) + "." + "b".repeat(15) + ".";
        assertThat(account.reverse().set(longest).reverse()).hasSize(80);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.reverse().set("c" + longest.substring(1, 63) + "." + "b".repeat(16) + "."))
                .withMessageContaining("has 81 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.reverse().set("a".repeat(64) + ".com."))
                .withMessageContaining("longer than 63");
        assertThat(account.reverse().set("xn--t-9fab.example.com.").reverse()).startsWith("xn--");
        assertThat(account.reverse().set("_a.b_c.1.").reverse()).isEqualTo("_a.b_c.1.");
    }

    @Test
    void set_hostileName_isOneLineInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.reverse().set("a\u001b[2J\n.com."))
                .withMessageContaining("\"a?[2J?.com.\"");
        assertThat(IntStream.range(0, 0x250)
                        .mapToObj(c -> "a" + (char) c + "b.")
                        .filter(name -> !refuses(name)))
                .hasSize(10 + 26 + 3);
    }

    private boolean refuses(String name) {
        try {
            account.reverse().set(name);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
