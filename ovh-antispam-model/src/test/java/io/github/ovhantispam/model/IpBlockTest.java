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

class IpBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001:41d0:67:d200::/56",
                "2001:41d0:68:a00::/56",
                "2001:41d0:68:f000::/56",
                "2001:41d0:117:db00::/56",
                "122.122.122.121/28",
                "145.56.222.96/28",
                "188.81.49.30/28",
                "1.2.3.4",
                "1.2.3.4/32",
                "0.0.0.0/0",
                "2001:41D0::1/128"
            })
    void toString_ofAListedBlock_isItsTextUnchanged(String listed) {
        assertThat(IpBlock.of(listed)).hasToString(listed);
    }

    @Test
    void equals_isByAddressAndPrefix() {
        assertThat(IpBlock.of("1.2.3.4"))
                .isEqualTo(IpBlock.of("1.2.3.4/32"))
                .hasSameHashCodeAs(IpBlock.of("1.2.3.4/32"));
        assertThat(IpBlock.of("::1")).isEqualTo(IpBlock.of("0:0::1/128")).isNotEqualTo(IpBlock.of("0.0.0.1"));
        assertThat(IpBlock.of("122.122.122.121/28")).isNotEqualTo(IpBlock.of("122.122.122.112/28"));
        assertThat(IpBlock.of("122.122.122.121/28")).isNotEqualTo(IpBlock.of("122.122.122.121/29"));
    }

    @ParameterizedTest
    @CsvSource({
        "122.122.122.121/28, 122.122.122.112/28",
        "188.81.49.30/28, 188.81.49.16/28",
        "255.255.255.255/0, 0.0.0.0/0",
        "1.2.3.4, 1.2.3.4/32",
        "2001:41d0:67:d2ff::1/56, 2001:41d0:67:d200::/56",
        "ffff::ffff/64, ffff::/64",
        "ffff::ffff/127, ffff::fffe/127",
        "ffff::/0, ::/0",
    })
    void network_clearsTheHostBits(String block, String network) {
        assertThat(IpBlock.of(block).network()).isEqualTo(IpBlock.of(network)).hasToString(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/28",
                "1.2.3.4/",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/+8",
                "1.2.3.4/8 ",
                "1.2.3.4/8/8",
                "1.2.3.4/255.0.0.0",
                "::/129",
                "::/1000",
                "host/24",
                "1.2.3/24",
                "1.2.3.4/\u0668"
            })
    void of_noBlock_isRefusedAndNamed(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> IpBlock.of(text))
                .withMessageStartingWith("not an IP block: \"" + text + '"');
    }

    /** Decided as the strictest parsers in wide use decide: no leading zero, no zone, no netmask. */
    @ParameterizedTest
    @CsvFileSource(resources = "/block-literals.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void of_aTableOfLiterals_isDecidedAsExpected(String text, String expected) {
        if (expected.equals("accepted")) {
            assertThat(IpBlock.of(text)).hasToString(text);
        } else {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> IpBlock.of(text))
                    .withMessageStartingWith("not an IP block: ");
        }
    }

    @Test
    void of_everyPrefix_isAcceptedInOneSpellingOnly() {
        for (int prefix = 0; prefix <= 128; prefix++) {
            assertThat(IpBlock.of("::/" + prefix).prefixLength()).isEqualTo(prefix);
            String longer = "::/0" + prefix;
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> IpBlock.of(longer));
        }
    }

    @Test
    void of_prefixOutOfRange_saysTheRange() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> IpBlock.of("1.2.3.4/33"))
                .withMessage(
                        "not an IP block: \"1.2.3.4/33\": its prefix is not a number from 0 to 32 without leading zeros");
    }

    @Test
    void of_null_namesTheArgument() {
        assertThatNullPointerException().isThrownBy(() -> IpBlock.of(null)).withMessage("text");
    }

    @Test
    void contains_theGuidesAddress_despiteHostBits() {
        IpBlock block = IpBlock.of("122.122.122.121/28");

        assertThat(block.contains(IpAddress.of("122.122.122.122"))).isTrue();
        assertThat(block.contains(IpAddress.of("122.122.122.112"))).isTrue();
        assertThat(block.contains(IpAddress.of("122.122.122.128"))).isFalse();
        assertThat(block.contains(IpAddress.of("::7a7a:7a7a"))).isFalse();
    }

    @Test
    void contains_anyAddress_agreesWithArithmetic() throws UnknownHostException {
        Random random = new Random(1519);
        for (int i = 0; i < 20_000; i++) {
            byte[] base = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(base);
            byte[] other = base.clone();
            int flipped = random.nextInt(base.length * 8);
            other[flipped / 8] ^= (byte) (0x80 >> flipped % 8);
            int prefix = random.nextInt(base.length * 8 + 1);
            IpAddress address = IpAddress.of(InetAddress.getByAddress(base));
            IpAddress neighbour = IpAddress.of(InetAddress.getByAddress(other));
            IpBlock block = IpBlock.of(address + "/" + prefix);
            int shift = base.length * 8 - prefix;
            boolean expected =
                    new BigInteger(1, base).shiftRight(shift).equals(new BigInteger(1, other).shiftRight(shift));

            assertThat(block.contains(neighbour)).isEqualTo(expected).isEqualTo(flipped >= prefix);
            assertThat(block.contains(address)).isTrue();
            assertThat(block.network().contains(block)).isTrue();
            assertThat(block.contains(IpBlock.of(neighbour + "/" + prefix))).isEqualTo(expected);
            assertThat(IpBlock.of(address.toString()).contains(block)).isEqualTo(shift == 0);
            assertThat(block.isIpv4()).isEqualTo(base.length == 4);
        }
    }

    @Test
    void compareTo_sameAddress_putsTheWideBlockFirst() {
        assertThat(IpBlock.of("1.2.3.0/24"))
                .isLessThan(IpBlock.of("1.2.3.0/28"))
                .isLessThan(IpBlock.of("1.2.4.0/8"));
    }
}
