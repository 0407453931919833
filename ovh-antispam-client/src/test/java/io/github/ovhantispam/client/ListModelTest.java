package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lists and sweeps against the truth, on a server that does with pages, totals, cursors and batches what it likes.
 *
 * <p>What has to hold: a list that ends normally has each element that was there all the time, and none twice; a sweep
 * names each block of which it lacks one.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ListModelTest {

    private final MockWebServer server = new MockWebServer();
    private volatile Map<String, ModelledList> lists = Map.of();
    private volatile Random random = new Random(0);
    private AntispamClient antispam;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.setServerSocketFactory(new UndelayedSockets());
        server.start();
        antispam = AntispamClient.builder()
                .endpoint(Endpoint.of(server.url("/1.0").toString()))
                .credentials(Credentials.accessToken("some-access-token"))
                .retryPolicy(RetryPolicy.none())
                .clock(() -> Instant.parse("2026-01-02T00:00:00Z"))
                .sleeper(duration -> {})
                .build();
    }

    @AfterEach
    void stop() {
        antispam.close();
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        if (path.size() == 2) {
            return json(lists.keySet().stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
        }
        boolean paged = request.getHeaders().get("X-Pagination-Mode") != null;
        if (request.getHeaders().get("X-Ovh-Batch") != null) {
            return path.size() == 4 ? batchOfLists(path.get(2), paged) : batchOfAddresses(path.get(4));
        }
        ModelledList list = lists.get(path.get(2));
        if (path.size() == 5) {
            return list.has(path.get(4))
                    ? json(ModelledList.object(path.get(4)))
                    : new MockResponse.Builder()
                            .code(404)
                            .body("{\"message\":\"The requested object does not exist\"}")
                            .build();
        }
        String cursor = request.getHeaders().get("X-Pagination-Cursor");
        ModelledList.Page page = paged
                ? list.page(Integer.parseInt(request.getHeaders().get("X-Pagination-Number")), cursor)
                : list.plain(cursor);
        MockResponse.Builder response = json(page.body()).newBuilder();
        if (page.total() != null) {
            response.setHeader("X-Pagination-Elements", page.total());
        }
        if (page.cursor() != null) {
            response.setHeader("X-Pagination-Cursor-Next", page.cursor());
        }
        return response.build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private synchronized MockResponse batchOfLists(String keys, boolean paged) {
        List<String> asked = new ArrayList<>(List.of(keys.split(",", -1)));
        List<String> values = new ArrayList<>(
                asked.stream().map(key -> lists.get(key).inBatch(paged)).toList());
        return batch(asked, values);
    }

    private synchronized MockResponse batchOfAddresses(String keys) {
        List<String> asked = new ArrayList<>(List.of(keys.split(",", -1)));
        List<String> values =
                new ArrayList<>(asked.stream().map(ModelledList::object).toList());
        return batch(asked, values);
    }

    /** A batch, or what becomes of one: of each kind of mistake that shows. */
    private MockResponse batch(List<String> keys, List<String> values) {
        int one = random.nextInt(keys.size());
        int other = random.nextInt(keys.size());
        List<String> errors = new ArrayList<>(Collections.nCopies(keys.size(), "null"));
        switch (random.nextInt(12)) {
            case 0 -> Collections.swap(values, one, other);
            case 1 -> Collections.rotate(values, 1);
            case 2 -> keys.set(one, keys.get(other));
            case 3 -> keys.set(one, "203.0.113.7");
            case 4 -> {
                keys.remove(one);
                values.remove(one);
            }
            case 5 -> {
                keys.add(keys.get(one));
                values.add("[]");
                errors.add("null");
            }
            case 6 -> errors.set(one, "\"broken\"");
            case 7 -> values.set(one, "null");
            case 8 -> {
                return new MockResponse.Builder().code(400).body("{}").build();
            }
            default -> {}
        }
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            body.append(String.format(
                    Locale.ROOT,
                    "%s{\"key\":\"%s\",\"value\":%s,\"error\":%s}",
                    i == 0 ? "" : ",",
                    keys.get(i),
                    values.get(i),
                    errors.get(i)));
        }
        return json("[" + body + ']');
    }

    private void draw(long seed, int blocks, int size) {
        Random drawn = new Random(seed);
        Map<String, ModelledList> fresh = new TreeMap<>();
        for (int block = 0; block < blocks; block++) {
            fresh.put("10." + block + ".0.0/24", new ModelledList(block, size, drawn));
        }
        random = drawn;
        lists = fresh;
    }

    @Test
    void listThatEnds_isWhole() {
        int ended = 0;
        int named = 0;
        for (int seed = 0; seed < 2000; seed++) {
            int size = 1 + seed % 13;
            draw(seed, 1, size);
            String block = "10.0.0.0/24";
            ModelledList list = lists.get(block);
            SpamIpQuery query = antispam.withOptions(
                            o -> o.pageSize(size).batchSize(size).timeout(Duration.ofHours(1)))
                    .ipBlock(block)
                    .spamIps();
            List<String> delivered = new ArrayList<>();
            RuntimeException failure = null;
            try (Stream<IpAddress> stream =
                    seed % 3 == 0 ? query.addresses().stream() : query.stream().map(SpamIp::ipSpamming)) {
                stream.forEach(ip -> delivered.add(ip.toString()));
                ended++;
            } catch (UnexpectedResponseException e) {
                failure = e;
                named++;
            }

            assertThat(delivered).as("seed %d: %s", seed, list).doesNotHaveDuplicates();
            assertThat(list.everThere()).as("seed %d: %s", seed, list).containsAll(delivered);
            check(seed, list, delivered, failure);
        }
        assertThat(ended).isGreaterThan(1000);
        assertThat(named).isGreaterThan(200);
    }

    private static void check(long seed, ModelledList list, List<String> found, @Nullable RuntimeException failure) {
        if (failure == null) {
            assertThat(found).as("seed %d: %s", seed, list).containsAll(list.stayed());
        } else {
            assertThat(list.isSound())
                    .as("seed %d: %s failed: %s", seed, list, failure)
                    .isFalse();
        }
    }

    @Test
    void sweep_namesEachBlockThatItLacksSomethingOf() {
        int ended = 0;
        int named = 0;
        for (int seed = 0; seed < 120; seed++) {
            int size = 1 + seed % 13;
            draw(seed, 8, size);
            SweepResult result = antispam.withOptions(o -> o.pageSize(size).timeout(Duration.ofHours(1)))
                    .sweep()
                    .concurrency(1 + seed % 4)
                    .batch(seed % 2 == 0 ? 1 : 5)
                    .run();

            Map<String, RuntimeException> failures = result.failures().stream()
                    .collect(Collectors.toMap(failure -> failure.block().toString(), failure -> failure.exception()));
            Set<String> findings = new HashSet<>();
            for (SweepItem.Finding finding : result.findings()) {
                assertThat(finding.block().contains(finding.spamIp().ipSpamming()))
                        .isTrue();
                findings.add(finding.spamIp().ipSpamming().toString());
            }
            for (Map.Entry<String, ModelledList> list : lists.entrySet()) {
                RuntimeException failure = failures.get(list.getKey());
                check(seed, list.getValue(), List.copyOf(findings), failure);
                ended += failure == null ? 1 : 0;
                named += failure == null ? 0 : 1;
            }
        }
        assertThat(ended).isGreaterThan(500);
        assertThat(named).isGreaterThan(50);
    }

    /** Server sockets that send at once: else each answer waits until its head is acknowledged. */
    private static final class UndelayedSockets extends ServerSocketFactory {

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException("MockWebServer binds its sockets itself");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException("MockWebServer binds its sockets itself");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException("MockWebServer binds its sockets itself");
        }
    }
}
