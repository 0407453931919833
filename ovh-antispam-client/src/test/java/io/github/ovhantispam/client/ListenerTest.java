package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final class Recorder implements AntispamListener {

        private final List<String> events = new ArrayList<>();

        @Override
        public void requestStarted(Request request) {
            events.add("started " + request.method() + " " + request.route() + " " + request.attempt());
        }

        @Override
        public void responseReceived(Request request, Response response) {
            assertThat(response.elapsed()).isPositive();
            events.add("response to " + request.route() + " " + response.statusCode());
        }

        @Override
        public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
            events.add("failed " + request.route() + " " + failure.getClass().getSimpleName());
        }

        @Override
        public void requestRetried(Request request, Duration pause, AntispamException because) {
            events.add("retried " + request.route() + " after " + request.attempt() + " because "
                    + because.getClass().getSimpleName());
        }
    }

    @Test
    void everyRequest_isTold_byItsRoute() {
        Recorder recorder = new Recorder();
        try (TestAccount account = TestAccount.open(client -> client.listener(recorder))) {
            account.emulator.faults().on(Operation.GET_SPAM).times(1).status(500);
            account.ip().get();
            account.emulator.faults().on(Operation.GET_SPAM).times(1).resetBeforeProcessing();
            account.ip().get();

            String route = "/ip/{ip}/spam/{ipSpamming}";
            assertThat(recorder.events)
                    .containsExactly(
                            "started GET /auth/time 1",
                            "response to /auth/time 200",
                            "started GET " + route + " 1",
                            "response to " + route + " 500",
                            "retried " + route + " after 1 because ServerException",
                            "started GET " + route + " 2",
                            "response to " + route + " 200",
                            "started GET " + route + " 1",
                            "failed " + route + " AntispamIOException",
                            "retried " + route + " after 1 because AntispamIOException",
                            "started GET " + route + " 2",
                            "response to " + route + " 200");
        }
    }

    @Test
    void listenerThatThrows_doesNoHarm() {
        AntispamListener broken = new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                throw new IllegalStateException("broken listener");
            }
        };
        try (TestAccount account = TestAccount.open(client -> client.listener(broken))) {
            assertThat(account.ip().get()).isNotNull();
        }
    }

    @Test
    void userAgent_namesTheApplicationAndTheVersion() {
        try (TestAccount account = TestAccount.open(client -> client.userAgent("mail-guard/1.2"))) {
            account.ip().get();

            assertThat(account.emulator
                            .journal()
                            .entries(Operation.GET_SPAM)
                            .get(0)
                            .headers()
                            .entrySet())
                    .filteredOn(header -> header.getKey().equalsIgnoreCase("User-Agent"))
                    .singleElement()
                    .satisfies(header -> assertThat(header.getValue())
                            .matches("mail-guard/1\\.2 ovh-antispam-client/[0-9]+\\.[0-9]+\\.[0-9]+.*"));
        }
    }

    @Test
    void resendOfAnUnblock_isToldLikeAnyOther() {
        Recorder recorder = new Recorder();
        try (TestAccount account =
                TestAccount.open(client -> client.listener(recorder)).unblockable()) {
            account.ip().get();
            recorder.events.clear();
            account.emulator.faults().on(Operation.UNBLOCK).times(1).status(400, "QUERY_TIME_OUT", "too old");

            account.ip().unblock(ip -> {});

            String route = "/ip/{ip}/spam/{ipSpamming}/unblock";
            assertThat(recorder.events)
                    .containsExactly(
                            "started POST " + route + " 1",
                            "response to " + route + " 400",
                            "started GET /auth/time 1",
                            "response to /auth/time 200",
                            "retried " + route + " after 1 because AuthenticationException",
                            "started POST " + route + " 2",
                            "response to " + route + " 200");
        }
    }
}
