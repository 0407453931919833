package io.github.ovhantispam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchWebhookTest {

    private final ProgramRun run = new ProgramRun();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/path-that-is-a-secret";
    }

    @Test
    void watch_withAWebhook_postsEachChange() {
        assertThat(run.run("watch", "--emulator", "--once", "--webhook", url())).isZero();
        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("/path-that-is-a-secret {\"type\":\"change\"", "\"kind\":\"BLOCKED\"");
    }

    @Test
    void watch_withAWebhookThatRedirects_triesThreeTimesAndEndsWithCode9() {
        status = 307;
        assertThat(run.run("watch", "--emulator", "--once", "--webhook", url())).isEqualTo(9);
        assertThat(bodies).hasSize(3).noneMatch(body -> body.startsWith("/elsewhere"));
        assertThat(run.err()).contains("responded 307").doesNotContain("path-that-is-a-secret");
    }
}
