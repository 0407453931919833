package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

/** The watch as events of the application. */
class AntispamWatchTest {

    @RegisterExtension
    static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

    private ApplicationContextRunner runner() {
        Map<String, String> environment = OVH.emulator().accessTokenEnvironment();
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(AntispamAutoConfiguration.class, AntispamWatchAutoConfiguration.class))
                .withPropertyValues(
                        "ovh.antispam.endpoint=" + environment.get("OVH_ENDPOINT"),
                        "ovh.antispam.access-token=" + environment.get("OVH_ACCESS_TOKEN"),
                        "ovh.antispam.watch.enabled=true",
                        "ovh.antispam.watch.rate-per-minute=60000",
                        "ovh.antispam.watch.interval=50ms",
                        "ovh.antispam.watch.restart-delay=50ms");
    }

    @Test
    void watch_whileTheContextLives_publishesEachChange() throws InterruptedException {
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        runner().withUserConfiguration(Events.class).run(context -> {
            Events events = context.getBean(Events.class);
            assertThat(events.next().id()).startsWith("192.0.2.1,");
            OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").blockedFor(Duration.ofHours(1));
            assertThat(events.next().id()).startsWith("192.0.2.2,");
            assertThat(context.getBean(AntispamWatch.class).isRunning()).isTrue();
        });
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("ovh-antispam-watch")) {
                thread.join(Duration.ofSeconds(30).toMillis()); // the context has told it to end
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void watch_whenAListenerFails_tellsTheSameNoticeAgain() {
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        runner().withUserConfiguration(Events.class)
                .withBean(FailingOnce.class, FailingOnce::new)
                .withBean(WatchStore.class, MemoryStore::new)
                .run(context -> {
                    Events events = context.getBean(Events.class);
                    FailingOnce failing = context.getBean(FailingOnce.class);
                    assertThat(failing.next()).isEqualTo(failing.next());
                    assertThat(events.next().id()).startsWith("192.0.2.1,");
                });
    }

    @Test
    void once_withoutAutoStartup_isOneSweepOnThisThread() {
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        runner().withUserConfiguration(Events.class)
                .withPropertyValues("ovh.antispam.watch.auto-startup=false")
                .run(context -> {
                    context.getBean(AntispamWatch.class).once();
                    assertThat(context.getBean(Events.class).notices).hasSize(1);
                    assertThat(context.getBean(AntispamWatch.class).isRunning()).isFalse();
                });
    }

    @Test
    void watch_unlessEnabled_isNotThere() {
        runner().withPropertyValues("ovh.antispam.watch.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AntispamWatch.class));
    }

    @Test
    void properties_ofTheWatch_areNamedWhenWrong() {
        for (String wrong :
                new String[] {"interval=0s", "rate-per-minute=0", "concurrency=0", "batch=0", "restart-delay=0s"}) {
            runner().withPropertyValues("ovh.antispam.watch." + wrong)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .satisfies(cause -> assertThat(context.getStartupFailure())
                                    .hasStackTraceContaining("ovh.antispam.watch."
                                            + wrong.substring(0, wrong.indexOf('=')) + " is wrong")));
        }
    }

    @Test
    void once_whileTheGuardRefuses_publishesNothing() {
        OVH.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        WatchGuard refusing = new WatchGuard() {
            @Override
            public void check() {
                throw new IllegalStateException("another replica has it");
            }

            @Override
            public boolean isLost() {
                return true;
            }

            @Override
            public boolean isHeldElsewhere(Throwable failure) {
                return true;
            }
        };

        runner().withUserConfiguration(Events.class)
                .withBean(WatchGuard.class, () -> refusing)
                .withPropertyValues("ovh.antispam.watch.auto-startup=false")
                .run(context -> {
                    assertThatIllegalStateException()
                            .isThrownBy(
                                    () -> context.getBean(AntispamWatch.class).once())
                            .withMessage("another replica has it");
                    assertThat(context.getBean(Events.class).notices).isEmpty();
                });
    }

    /** Keeps what is published. */
    static final class Events {

        private final BlockingQueue<WatchNotice> notices = new LinkedBlockingQueue<>();

        @EventListener
        void on(WatchNotice.Change change) {
            notices.add(change);
        }

        int pending() {
            return notices.size();
        }

        WatchNotice next() throws InterruptedException {
            WatchNotice notice = notices.poll(20, TimeUnit.SECONDS);
            assertThat(notice).as("a notice within 20 s").isNotNull();
            return notice;
        }
    }

    /** Fails the first time. */
    static final class FailingOnce {

        private final AtomicInteger calls = new AtomicInteger();
        private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();

        @EventListener
        void on(WatchNotice notice) {
            ids.add(notice.id());
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the first time");
            }
        }

        String next() throws InterruptedException {
            String id = ids.poll(20, TimeUnit.SECONDS);
            assertThat(id).as("an id within 20 s").isNotNull();
            return id;
        }
    }

    /** Keeps the state while the application runs. */
    static final class MemoryStore implements WatchStore {

        private volatile WatchState state = WatchState.empty();

        @Override
        public Lease acquire() {
            return new Lease() {
                @Override
                public WatchState load() {
                    return state;
                }

                @Override
                public void save(WatchState newState) {
                    state = newState;
                }

                @Override
                public void close() {}
            };
        }
    }
}
