package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A web page can make its own name point to this machine. It may then read whatever asks for no signature, unless the
 * name that it sends is refused.
 */
class HostHeaderTest {

    private static final String CREDENTIAL = "{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/ip\"}]}";

    private AntispamEmulator emulator;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder()
                .controlApi()
                .hostName("Emulator.Test")
                .start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private RawConnection.Answer send(String request) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            return connection.send(request).receive();
        }
    }

    private RawConnection.Answer get(String target, String host) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:1",
                "localhost.",
                "localhost.:8080",
                "127.0.0.1",
                "127.0.0.1.:80",
                "127.255.0.9:65535",
                "[::1]",
                "[::1]:1234",
                "[0:0:0:0:0:0:0:1]",
                "emulator.test",
                "EMULATOR.TEST.:99"
            })
    void host_ofThisMachine_isAnswered(String host) throws IOException {
        assertThat(get("/__emulator/environment", host).status()).isEqualTo(200);
        assertThat(get("http://" + host + "/__emulator/environment", host).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "evil.localhost.example",
                "127.0.0.1.evil.example",
                "127.0.0.1..",
                "localhost..",
                "notlocalhost",
                "192.0.2.1",
                "8.8.8.8:80",
                "0.0.0.0",
                "[2001:db8::1]",
                "[::]",
                "2130706433",
                "0x7f000001",
                "127.1",
                ":80",
                "local%68ost"
            })
    void host_ofAnybodyElse_isRefusedWithoutASecret(String host) throws IOException {
        for (String target : new String[] {
            "/__emulator/environment",
            "/__emulator/journal",
            "/auth/?credentialToken=x",
            "/",
            "http://localhost/__emulator/environment"
        }) {
            RawConnection.Answer answer = get(target, host);

            assertThat(answer.status()).as(target).isIn(400, 403);
            assertThat(answer.body()).doesNotContain(emulator.credential().consumerKey(), "OVH_");
        }
        assertThat(send("POST /auth/oauth2/token HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isIn(400, 403);
        assertThat(send("POST /__emulator/reset HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /__emulator/environment HTTP/1.1\r\n\r\n",
                "GET /__emulator/environment HTTP/1.0\r\n\r\n",
                "GET /__emulator/environment HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /__emulator/environment HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET /__emulator/environment HTTP/1.1\r\nHost: localhost, evil.example\r\n\r\n",
                "GET /__emulator/environment HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n",
                "GET /__emulator/environment HTTP/1.1\r\nHost: evil.example@localhost\r\n\r\n",
                "GET http://evil.example/__emulator/environment HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://evil.example@localhost/__emulator/environment HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://localhost@evil.example/__emulator/environment HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void host_thatIsMissingOrAmbiguous_isRefused(String request) throws IOException {
        RawConnection.Answer answer = send(request);

        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.body()).doesNotContain("OVH_");
    }

    @Test
    void api_byAnyName_asksForASignatureInstead() throws IOException {
        assertThat(get("/1.0/auth/time", "eu.api.ovh.com").status()).isEqualTo(200);
        assertThat(get("http://eu.api.ovh.com/1.0/ip", "eu.api.ovh.com").status())
                .isEqualTo(401);
    }

    @Test
    void boundAddress_thatIsNoLoopbackOne_isTrustedToo() throws IOException {
        try (AntispamEmulator everywhere = AntispamEmulator.builder()
                        .controlApi()
                        .host(InetAddress.getByName("0.0.0.0"))
                        .start();
                RawConnection connection = new RawConnection(everywhere.endpoint())) {
            connection.send("GET /__emulator/health HTTP/1.1\r\nHost: 0.0.0.0\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(200);
            connection.send("GET /__emulator/health HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(403);
        }
    }

    @Test
    void credentialRequest_byAForeignName_givesNoPageToValidate() throws IOException {
        RawConnection.Answer answer =
                send("POST /1.0/auth/credential HTTP/1.1\r\nHost: evil.example\r\nX-Ovh-Application: "
                        + emulator.credential().applicationKey() + "\r\nContent-Length: " + CREDENTIAL.length()
                        + "\r\n\r\n"
                        + CREDENTIAL);
        String token = answer.body().replaceAll(".*credentialToken=([0-9a-f-]+).*", "$1");

        assertThat(get("/auth/?credentialToken=" + token, "evil.example").status())
                .isEqualTo(403);
        assertThat(get("/auth/?credentialToken=" + token, "localhost").status()).isEqualTo(200);
    }
}
