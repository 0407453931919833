package io.github.ovhantispam.emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {

    private final HostCheck check = new HostCheck();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "x:99999999", "[::1", "x:", "\u0000", "localhost@evil", "a/b", "a?b", "a#b", "a\\b"})
    void host_thatCannotBeParsed_isRefusedHoweverOftenItComes(String host) {
        boolean parsed = host.equals("x:"); // an empty port is none
        assertThat(check.accepts(host)).isEqualTo(parsed);
        assertThat(check.accepts("127.0.0.1:1")).isTrue();
        assertThat(check.accepts(host)).isEqualTo(parsed);
    }

    @Test
    void hosts_thatCanBeParsed_areAcceptedInAnyOrder() {
        for (String host : new String[] {"127.0.0.1:80", "127.0.0.1:80", "[::1]:80", "localhost", "127.0.0.1:80"}) {
            assertThat(check.accepts(host)).as(host).isTrue();
        }
    }
}
