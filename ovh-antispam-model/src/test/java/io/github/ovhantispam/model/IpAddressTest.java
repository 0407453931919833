package io.github.ovhantispam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "122.122.122.122, 122.122.122.122",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:41d0:67:d200::, 2001:41d0:67:d200::",
        "2001:41D0:0067:D200:0:0:0:0, 2001:41d0:67:d200::",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        // RFC 5952: the longest run, the first of equals, never a single group
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "::FFFF:C000:0201, ::ffff:192.0.2.1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    })
    void toString_ofALiteral_isCanonical(String literal, String canonical) {
        assertThat(IpAddress.of(literal)).hasToString(canonical);
        assertThat(IpAddress.of(canonical)).isEqualTo(IpAddress.of(literal)).hasSameHashCodeAs(IpAddress.of(literal));
    }

    /** Decided, and printed, as the standard library of Rust does. */
    @ParameterizedTest
    @CsvFileSource(resources = "/address-literals.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void of_aTableOfLiterals_isDecidedAsExpected(String literal, String expected) {
        if (expected.equals("refused")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> IpAddress.of(literal))
                    .withMessageStartingWith("not an IP address literal: ");
        } else {
            assertThat(IpAddress.of(literal)).hasToString(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.+4",
                "01.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.0x4",
                "0x7f000001",
                "2130706433",
                "1..3.4",
                "1.2.3.4/32",
                "١.٢.٣.٤",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1::2::3",
                "12345::",
                "g::",
                "::1%eth0",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "[::1]",
                "-1::",
                "+1::",
                "1: :2"
            })
    void of_noLiteral_isRefusedAndNamed(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> IpAddress.of(text))
                .withMessage("not an IP address literal: \"" + text + '"');
    }

    @Test
    void of_hostileText_isQuotedSafely() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> IpAddress.of("\u001b[31m\r\n" + "x".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void of_null_namesTheArgument() {
        assertThatNullPointerException()
                .isThrownBy(() -> IpAddress.of((String) null))
                .withMessage("literal");
    }

    @Test
    void equals_acrossFamilies_isFalse() {
        assertThat(IpAddress.of("::1.2.3.4")).isNotEqualTo(IpAddress.of("1.2.3.4"));
        assertThat(IpAddress.of("::ffff:1.2.3.4")).isNotEqualTo(IpAddress.of("1.2.3.4"));
    }

    @Test
    void of_anyAddressJavaPrints_isTheSameAddress() throws UnknownHostException {
        Random random = new Random(4291);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int b = 0; b < bytes.length; b++) {
                if (random.nextInt(3) == 0) {
                    bytes[b] = 0; // runs of zeros are where the shortened form goes wrong
                }
            }
            InetAddress java = InetAddress.getByAddress(bytes);
            IpAddress address = IpAddress.of(java.getHostAddress());

            assertThat(address).isEqualTo(IpAddress.of(java));
            assertThat(IpAddress.of(address.toString())).isEqualTo(address);
            assertThat(address.toInetAddress()).isEqualTo(java);
            assertThat(address.isIpv4()).isEqualTo(bytes.length == 4);
            assertThat(InetAddress.getByName(address.toString())).isEqualTo(java);
        }
    }

    @Test
    void compareTo_ofAnyTwo_isTheOrderOfTheNumbers() throws UnknownHostException {
        Random random = new Random(5952);
        for (int i = 0; i < 20_000; i++) {
            byte[] left = new byte[random.nextBoolean() ? 4 : 16];
            byte[] right = random.nextInt(4) == 0 ? left.clone() : new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(left);
            random.nextBytes(right);
            int expected = left.length != right.length
                    ? Integer.compare(left.length, right.length)
                    : new BigInteger(1, left).compareTo(new BigInteger(1, right));

            assertThat(Integer.signum(ofBytes(left).compareTo(ofBytes(right)))).isEqualTo(expected);
        }
    }

    private static IpAddress ofBytes(byte[] bytes) throws UnknownHostException {
        return IpAddress.of(InetAddress.getByAddress(bytes));
    }
}
