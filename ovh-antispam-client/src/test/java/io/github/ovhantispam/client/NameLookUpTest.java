package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Look-ups of names by a resolver that hangs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NameLookUpTest {

    private static AntispamClient withResolver(Dns resolver) {
        return AntispamClient.builder()
                .endpoint(Endpoint.of("https://api.example.invalid:1/1.0"))
                .credentials(Credentials.accessToken("some-token-or-other"))
                .httpClient(new OkHttpClient.Builder().dns(resolver).build())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static AntispamException failure(AntispamClient antispam, Duration limit) {
        return catchThrowableOfType(
                AntispamException.class,
                () -> antispam.withOptions(o -> o.timeout(limit)).ipBlocks().list());
    }

    @Test
    void resolverThatHangsOnce_isAskedAgain() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (AntispamClient antispam = withResolver(name -> {
            if (asked.incrementAndGet() == 1) {
                awaitUninterruptibly(never);
            }
            return List.of(InetAddress.getLoopbackAddress());
        })) {
            assertThat(failure(antispam, Duration.ofMillis(50))).isInstanceOf(AntispamTimeoutException.class);
            assertThat(failure(antispam, Duration.ofSeconds(20)))
                    .isInstanceOf(AntispamIOException.class)
                    .hasMessageContaining("could not connect");
            assertThat(asked).hasValue(2);
        } finally {
            never.countDown();
        }
    }

    /** However many attempts are made meanwhile, and the end of the client does not wait for it. */
    @Test
    void resolverThatHangsForEver_isNotAskedForEver_andHoldsNobodyAtTheEnd() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AntispamClient antispam = withResolver(name -> {
            asked.incrementAndGet();
            awaitUninterruptibly(never);
            return List.of();
        });
        for (int i = 0; i < 20; i++) {
            assertThat(failure(antispam, Duration.ofMillis(10))).isInstanceOf(AntispamTimeoutException.class);
        }
        CompletableFuture<AntispamException> end = new CompletableFuture<>();
        Thread asking = new Thread(() -> end.complete(failure(antispam, Duration.ofSeconds(60))));
        asking.start();
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        antispam.close();

        assertThat(end.get(20, TimeUnit.SECONDS))
                .isInstanceOf(AntispamInterruptedException.class)
                .hasMessageEndingWith("the client is closed");
        assertThat(asked.get()).isBetween(2, 10);
        never.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a resolver", e);
        }
    }
}
