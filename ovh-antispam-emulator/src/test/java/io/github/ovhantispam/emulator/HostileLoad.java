package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Requests that make a server keep much, or make much at once. Each is bounded, and goes to the loopback address. */
@FunctionalInterface
interface HostileLoad {

    void run() throws IOException;

    static HostileLoad of(String name, URI endpoint, Map<String, String> environment) {
        String head = " HTTP/1.1\r\nHost: localhost\r\n";
        return switch (name) {
            case "targets" ->
                () -> repeat(endpoint, 12_000, i -> "GET /1.0/ip/" + "%41".repeat(1000) + i + head + "\r\n");
            case "headers" ->
                () -> {
                    repeat(endpoint, 150, i -> "GET /1.0/ip" + head + "A: b\r\n".repeat(10_000) + "\r\n");
                    repeat(
                            endpoint,
                            3000,
                            i -> "GET /1.0/ip" + head + ("H" + i + ": " + "v".repeat(600) + "\r\n").repeat(90)
                                    + "\r\n");
                };
            case "rules" ->
                () -> {
                    repeat(endpoint, 60, i -> credential(head, environment, 1_000_000));
                    repeat(endpoint, 1000, i -> credential(head, environment, 30_000));
                };
            case "batch" -> () -> batches(environment);
            case "tokens" -> () -> repeat(endpoint, 30_000, i -> token(head, environment));
            case "bodies" -> () -> bodies(endpoint, head);
            case "lists" -> () -> lists(environment);
            case "faults" -> () -> repeat(endpoint, 100, i -> fault(head));
            case "reverses" -> () -> reverses(environment);
            case "seeds" -> () -> repeat(endpoint, 200, i -> seed(head, i));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void repeat(URI endpoint, int times, IntFunction<String> request) throws IOException {
        RawConnection connection = new RawConnection(endpoint);
        try {
            for (int i = 0; i < times; i++) {
                RawConnection.Answer answer = connection.send(request.apply(i)).receive();
                if (answer.status() == 0 || answer.status() == 431 || answer.status() == 413) {
                    connection.close();
                    connection = new RawConnection(endpoint);
                }
            }
        } finally {
            connection.close();
        }
    }

    private static String post(String target, String head, String more, String body) {
        return "POST " + target + head + more + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String credential(String head, Map<String, String> environment, int size) {
        String rule = "{\"method\":\"GET\",\"path\":\"/ip\"},";
        String rules = rule.repeat(size / rule.length() - 2);
        String body = "{\"accessRules\":[" + rules.substring(0, rules.length() - 1) + "]}";
        String key = "X-Ovh-Application: " + environment.get("OVH_APPLICATION_KEY") + "\r\n";
        return post("/1.0/auth/credential", head, key, body);
    }

    private static String token(String head, Map<String, String> environment) {
        String body = "grant_type=client_credentials&client_id=" + environment.get("OVH_CLIENT_ID") + "&client_secret="
                + environment.get("OVH_CLIENT_SECRET");
        return post("/auth/oauth2/token", head, "", body);
    }

    private static String seed(String head, int number) {
        StringBuilder blocks = new StringBuilder("{\"blocks\":[");
        for (int i = 0; i < 2000; i++) {
            blocks.append(i == 0 ? "" : ",")
                    .append("{\"ip\":\"")
                    .append(20 + number / 32)
                    .append('.')
                    .append(number % 32 * 8 + i / 256)
                    .append('.')
                    .append(i % 256)
                    .append(".0/24\",\"description\":\"")
                    .append("d".repeat(300))
                    .append("\"}");
        }
        return post("/__emulator/seed", head, "", blocks.append("]}").toString());
    }

    private static String fault(String head) {
        String body =
                "{\"operation\":\"LOGOUT\",\"kind\":\"raw\",\"status\":200,\"body\":\"" + "b".repeat(900_000) + "\"}";
        return post("/__emulator/faults", head, "", body);
    }

    /** A /56 of IPv6, whose addresses have no end. */
    private static void reverses(Map<String, String> environment) {
        try (TestCaller caller = new TestCaller(environment, InstantSource.system())) {
            String block = "/ip/2001:41d0:67:d200::%2F56/reverse"; // of the guide's seed
            int status = 200;
            for (int i = 0; status == 200; i++) {
                String body = "{\"ipReverse\":\"2001:41d0:67:d200::" + Integer.toHexString(i >> 16) + ":"
                        + Integer.toHexString(i & 0xffff) + "\",\"reverse\":\"" + "r".repeat(60) + ".example.org.\"}";
                status = caller.post(block, body).status();
            }
            assertThat(status).isEqualTo(409);
        }
    }

    private static void batches(Map<String, String> environment) {
        try (TestCaller caller = new TestCaller(environment, InstantSource.system())) {
            caller.with("X-Ovh-Batch", ",");
            String keys = "10.0.0.0%2F28,".repeat(4000);
            for (int i = 0; i < 5; i++) {
                caller.get("/ip/" + keys.substring(0, keys.length() - 1));
                caller.get("/ip/" + keys.substring(0, keys.length() - 1) + "/spam");
            }
        }
    }

    private static void lists(Map<String, String> environment) {
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            threads.add(new Thread(() -> {
                try (TestCaller caller = new TestCaller(environment, InstantSource.system())) {
                    caller.with("X-Pagination-Mode", "CachedObjectList-Pages").with("X-Pagination-Size", "50000");
                    for (int i = 0; i < 10; i++) {
                        caller.get("/ip");
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        threads.forEach(HostileLoad::join);
    }

    private static void bodies(URI endpoint, String head) throws IOException {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                RawConnection connection = new RawConnection(endpoint);
                open.add(connection);
                connection.send(post("/1.0/nowhere", head, "", "b".repeat(1_000_000)));
            }
            for (RawConnection connection : open) {
                connection.receive();
            }
        } finally {
            for (RawConnection connection : open) {
                connection.close();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
