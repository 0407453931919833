package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random bytes, and requests that look right, from a seed: none may crash the emulator, be answered with a 5xx but the
 * two of HTTP itself, or get in without a signature. {@code -Demulator.fuzz=100000} says how many.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("emulator.fuzz", 10_000);
    private static final int MALFORMED = REQUESTS / 20;
    private static final long SEED = 20_221_017;

    private static final String[] METHODS = {"GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"};
    private static final String[] PARTS = {
        "/1.0",
        "/v1",
        "/ip",
        "/auth",
        "/time",
        "/details",
        "/currentCredential",
        "/logout",
        "/spam",
        "/stats",
        "/unblock",
        "/122.122.122.121%2F28",
        "/122.122.122.122",
        "/2001:41d0:67:d200::%2F56",
        "/%2e%2e",
        "/%00",
        "/%F0%9F%92%A9",
        "/1.2.3.4,5.6.7.8",
        "//",
        "/*",
        "/-1",
        "/oauth2/token",
        "/credential"
    };
    private static final String[] QUERY = {
        "",
        "",
        "?state=blockedForSpam",
        "?state=%00",
        "?type=dedicated",
        "?from=2022-08-29T00:00:00Z&to=2022-08-30T00:00:00Z",
        "?ip=0.0.0.0%2F0",
        "?iamTags=%7B%22a%22%3A%5B%7B%7D%5D%7D",
        "?&&&=&=",
        "?a=%",
        "?version=6",
        "??",
        "?x"
    };
    private static final String[] HEADERS = {
        "X-Ovh-Consumer: %K",
        "X-Ovh-Application: %A",
        "X-Ovh-Timestamp: %T",
        "X-Ovh-Timestamp: 1",
        "X-Ovh-Signature: $1$%R",
        "Authorization: Bearer %R",
        "Authorization: Basic %R",
        "X-Pagination-Mode: CachedObjectList-Pages",
        "X-Pagination-Mode: CachedObjectList-Cursor",
        "X-Pagination-Number: -1",
        "X-Pagination-Size: 999999999",
        "X-Pagination-Cursor: %R",
        "X-Pagination-Filter: state:eq=%R",
        "X-Pagination-Sort: %R",
        "X-Ovh-Batch: ,",
        "X-Ovh-Batch: .",
        "Content-Type: application/json",
        "Accept: */*",
        "X-Odd: \u00e9\u00fc"
    };

    @Test
    void requests_thatLookRight_areNeverServerErrorsAndNeverLetIn() throws IOException {
        Random random = new Random(SEED);
        long letIn = 0;
        try (AntispamEmulator emulator =
                        AntispamEmulator.builder().seed(Seed.guide()).start();
                RawConnection connection = new RawConnection(emulator.endpoint())) {
            emulator.clock().advance(Duration.ofHours(1));
            for (int i = 0; i < REQUESTS - MALFORMED; i++) {
                String request = request(random, emulator);
                RawConnection.Answer answer = connection.send(request).receive();
                assertThat(answer.status()).as(request).isBetween(200, 499);
                boolean open = answer.body().matches("[0-9]+") || answer.body().contains("validationUrl");
                letIn += answer.status() == 200 && !open ? 1 : 0;
            }
            assertThat(emulator.journal().count()).isEqualTo(REQUESTS - MALFORMED);
            assertThat(emulator.ipBlock("122.122.122.121/28")
                            .spamIp("122.122.122.122")
                            .acceptedUnblocks())
                    .isZero();
        }
        assertThat(letIn).isZero();
    }

    private static String request(Random random, AntispamEmulator emulator) {
        StringBuilder request = new StringBuilder(pick(random, METHODS)).append(' ');
        for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
            request.append(pick(random, PARTS));
        }
        request.append(pick(random, QUERY))
                .append(" HTTP/1.1\r\nHost: ")
                .append(emulator.endpoint().getAuthority());
        for (int headers = random.nextInt(8); headers > 0; headers--) {
            request.append("\r\n")
                    .append(pick(random, HEADERS)
                            .replace("%A", emulator.credential().applicationKey())
                            .replace("%K", emulator.credential().consumerKey())
                            .replace(
                                    "%T",
                                    String.valueOf(emulator.clock().instant().getEpochSecond()))
                            .replace("%R", Long.toHexString(random.nextLong())));
        }
        String head = request.toString();
        boolean mayHaveBody = !head.startsWith("GET") && !head.startsWith("HEAD");
        String body = mayHaveBody ? pick(random, new String[] {"", "{}", "[", "{\"description\":1}", "\u0000"}) : "";
        String length = head.startsWith("HEAD") ? "" : "\r\nContent-Length: " + body.length();
        // The answer to HEAD has no body, whatever its length says; this test reads answers one way only.
        return head.replaceFirst("^HEAD", "TRACE") + length + "\r\n\r\n" + body;
    }

    private static String pick(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void bytes_ofAnyKind_areRefusedOrIgnored() throws IOException {
        Random random = new Random(SEED);
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            for (int i = 0; i < MALFORMED; i++) {
                byte[] bytes = new byte[1 + random.nextInt(200)];
                random.nextBytes(bytes);
                if (random.nextBoolean()) {
                    bytes[bytes.length / 2] = '\n';
                }
                try (RawConnection connection = new RawConnection(emulator.endpoint())) {
                    connection.send(bytes).endOfRequests();
                    assertThat(connection.receive().status()).as("request " + i).isIn(0, 400, 505);
                } catch (SocketException e) {
                    assertThat(e).as("the answer may be overtaken by the end").hasMessageContaining("reset");
                }
            }
            try (TestCaller caller = TestCaller.of(emulator)) {
                assertThat(caller.get("/ip").status()).isEqualTo(200);
            }
        }
    }
}
