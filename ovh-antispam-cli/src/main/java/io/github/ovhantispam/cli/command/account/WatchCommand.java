package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.DurationConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.Failure;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.output.SpamIpPrinter;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.cli.watch.ChangeMessage;
import io.github.ovhantispam.cli.watch.Delivery;
import io.github.ovhantispam.cli.watch.PersistentDelivery;
import io.github.ovhantispam.cli.watch.ProgramDelivery;
import io.github.ovhantispam.cli.watch.WebhookDelivery;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.client.WatchStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watch}: the changes of the whole account, as they come. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Watches the whole account, and tells of each change: blocked, blocked again, unblocking, unblocked.",
            "Each change is told at least once; with --state, across restarts too. One that is told twice has the same"
                    + " id both times."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam watch --emulator --once",
            "  ovh-antispam watch --state /var/lib/ovh-antispam/state \\",
            "      --exec /usr/local/bin/notify",
            "",
            "The program of --exec is run without a shell for each change, with the change as",
            "JSON on its standard input and as OVH_ANTISPAM_ID, _KIND, _ADDRESS, _BLOCK, _STATE",
            "and _DATE in its environment. When it, or the webhook, fails three times, the",
            "watch ends with code 9, and the change is told again by the next one."
        })
public final class WatchCommand implements Callable<Integer> {

    private static final Duration PROGRAM_LIMIT = Duration.ofMinutes(1);
    private static final Duration WEBHOOK_LIMIT = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keep here what is known, so that a later watch goes on from it. One watch at a time.")
    private @Nullable Path state;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "From the start of a pass to the start of the next. Default: 5m.")
    private Duration interval = Duration.ofMinutes(5);

    @Option(names = "--once", description = "One pass, for cron; best with --state.")
    private boolean once;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most N requests per minute. Default: 60, which the vendor calls fair.")
    private int rate;

    @Option(names = "--batch", paramLabel = "N", description = "Ask for N blocks at once, up to 100.")
    private int batch;

    @Option(names = "--exec", paramLabel = "PROGRAM", description = "Run this program for each change.")
    private @Nullable String program;

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            description = "Post each change to this https URL as JSON. If the URL is a secret, give it in the variable"
                    + " OVH_ANTISPAM_WEBHOOK instead.")
    private @Nullable String webhook;

    private final Session session;

    /** The last pass that failed, for the exit code of a single one. */
    private @Nullable SweepFailed failed;

    /** Creates the command. */
    public WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Delivery> deliveries = deliveries(session.environment());
        try (Account open = once ? account.open(session) : account.openInRealTime(session)) {
            Watch watch = watch(open);
            if (once) {
                watch.once(notice -> tell(notice, deliveries));
                return code().number();
            }
            watch.await(notice -> tell(notice, deliveries));
            return ExitCode.OK.number();
        } catch (AntispamInterruptedException e) {
            throw CommandFailure.of(ExitCode.INTERRUPTED, whenInterrupted(), e);
        } catch (UncheckedIOException e) {
            throw CommandFailure.of(ExitCode.OUTPUT, String.valueOf(e.getMessage()), e);
        }
    }

    private String whenInterrupted() {
        return state == null
                ? "interrupted; without --state, the next watch tells again of what is blocked"
                : "interrupted; what was told is kept in " + state;
    }

    private List<Delivery> deliveries(Map<String, String> environment) {
        List<Delivery> deliveries = new ArrayList<>();
        if (program != null) {
            deliveries.add(ProgramDelivery.of(
                    program,
                    environment,
                    PROGRAM_LIMIT,
                    line -> session.console().note(Printable.of(line))));
        }
        String url = webhook == null ? environment.getOrDefault("OVH_ANTISPAM_WEBHOOK", "") : webhook;
        if (!url.isEmpty()) {
            deliveries.add(WebhookDelivery.of(url, WEBHOOK_LIMIT));
        }
        return deliveries.stream()
                .<Delivery>map(delivery -> new PersistentDelivery(delivery, PAUSES, session.console()::note))
                .toList();
    }

    private Watch watch(Account open) {
        Sweep sweep = open.client().sweep();
        if (rate != 0) {
            sweep = sweep.ratePerMinute(rate);
        }
        if (batch != 0) {
            sweep = sweep.batch(batch);
        }
        Watch watch = sweep.watch(interval);
        return state == null ? watch : watch.store(WatchStore.file(state));
    }

    private void tell(WatchNotice notice, List<Delivery> deliveries) {
        if (notice instanceof Change change) {
            ChangeMessage message = new ChangeMessage(change, json(change));
            session.console().line(output.isJson() ? message.json() : line(change));
            session.console().flush();
            deliveries.forEach(delivery -> deliver(delivery, message));
        } else if (notice instanceof SweepFailed failure) {
            failed = failure;
            session.console().note(Printable.of(failure.toString()));
        }
    }

    private static void deliver(Delivery delivery, ChangeMessage message) {
        try {
            delivery.deliver(message);
        } catch (IOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT, e.getMessage() + "; the watch ends, and the next one tells of it again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AntispamInterruptedException("interrupted while a change was delivered", e, false);
        }
    }

    private JsonLine json(Change change) {
        JsonLine line = new SpamIpPrinter(output.moments())
                .json("change", change.finding().block(), change.finding().spamIp())
                .put("id", change.id())
                .put("kind", change.kind().name());
        change.before()
                .ifPresent(before -> line.put("stateBefore", before.state().value()));
        return line;
    }

    private String line(Change change) {
        return change.kind() + " "
                + Printable.of(String.join(
                        " ",
                        new SpamIpPrinter(output.moments())
                                .cells(
                                        change.finding().block(),
                                        change.finding().spamIp())));
    }

    private ExitCode code() {
        SweepFailed failure = failed;
        if (failure == null) {
            return ExitCode.OK;
        }
        return failure.cause().map(cause -> Failure.of(cause).code()).orElse(ExitCode.PARTLY);
    }
}
