package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.DurationConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.keys.ApplicationKey;
import io.github.ovhantispam.cli.keys.KeyFile;
import io.github.ovhantispam.cli.keys.Validation;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.AccessRule;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys}: a consumer key with the least rights, in an {@code ovh.conf}. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for a consumer key that may do no more than this program needs (GET /ip, GET /ip/*, POST /ip/*), prints"
                    + " the page on which you validate it, waits until you have, and writes ovh.conf.",
            "The application key and its secret, which you create at OVHcloud once, are read from"
                    + " OVH_APPLICATION_KEY and OVH_APPLICATION_SECRET, from a prompt, or from --stdin; never from"
                    + " arguments, which everybody on the machine can see."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam keys --emulator",
            "  ovh-antispam keys --tickets",
            "  ovh-antispam keys --endpoint ovh-ca --file ~/.ovh.conf",
            "  printf '%%s\\n' \"$KEY\" \"$SECRET\" | ovh-antispam keys --stdin",
            "",
            "Create an application: https://eu.api.ovh.com/createApp/ (ca.api.ovh.com for Canada)."
        })
public final class KeysCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--file", paramLabel = "FILE", description = "Where to write the keys. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("ovh.conf");

    @Option(names = "--stdin", description = "Read the application key and its secret as two lines of standard input.")
    private boolean stdin;

    @Option(
            names = "--notifications",
            description = "Also ask for GET /me/notification/email/history*: the mails that OVHcloud sent to you, for"
                    + " alert --from-api.")
    private boolean notifications;

    @Option(
            names = "--tickets",
            description = "Also ask for POST /support/tickets/create: support tickets, for declare --send.")
    private boolean tickets;

    @Option(
            names = "--reverse",
            description = "Also ask for DELETE /ip/*/reverse/*: for programs of yours that delete reverse names.")
    private boolean reverse;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to wait for the validation. Default: 15m.")
    private Duration timeout = Duration.ofMinutes(15);

    private final Session session;

    /** Creates the command. */
    public KeysCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (account.isEmulated()) {
            rehearse();
            return ExitCode.OK.number();
        }
        KeyFile target = KeyFile.open(file);
        Endpoint endpoint = Endpoint.of(account.endpoint()
                .or(() -> nonEmpty(session.environment().get("OVH_ENDPOINT")))
                .or(target::endpoint)
                .orElse(Endpoint.OVH_EU.name()));
        confirm(target, endpoint);
        ApplicationKey application = ApplicationKey.read(session, stdin);
        String consumerKey = obtain(application, endpoint);
        target.write(endpoint.name(), application, consumerKey);
        report(endpoint);
        return ExitCode.OK.number();
    }

    private static Optional<String> nonEmpty(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    /** Returns the rights beyond those that each key gets; none unless they were asked for. */
    private AccessRule[] extraRules() {
        List<AccessRule> rules = new ArrayList<>();
        if (notifications) {
            rules.add(AccessRule.NOTIFICATIONS);
        }
        if (tickets) {
            rules.add(AccessRule.SUPPORT_TICKETS);
        }
        if (reverse) {
            rules.add(AccessRule.REVERSE);
        }
        return rules.toArray(AccessRule[]::new);
    }

    private void confirm(KeyFile target, Endpoint endpoint) {
        if (!target.hasKeys(endpoint.name())) {
            return;
        }
        String question = file + " has keys for " + endpoint.name() + ", which would be lost. Replace them? [yes/no] ";
        String answer = session.terminal()
                .ask(question)
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.USAGE,
                        file + " has keys for " + endpoint.name()
                                + " already: give another --file, or run this in a terminal, where it asks"));
        if (!answer.strip().equals("yes")) {
            throw CommandFailure.of(ExitCode.USAGE, "nothing was changed");
        }
    }

    private String obtain(ApplicationKey application, Endpoint endpoint) {
        PendingConsumerKey pending = account.builder(Map.of())
                .endpoint(endpoint)
                .credentials(Credentials.application(application.key(), application.secret()))
                .requestConsumerKey(extraRules());
        show(pending);
        try (AntispamClient client = account.builder(Map.of())
                .endpoint(endpoint)
                .credentials(
                        Credentials.applicationKeys(application.key(), application.secret(), pending.consumerKey()))
                .build()) {
            new Validation(PAUSE).await(client, timeout);
        }
        return pending.consumerKey();
    }

    private void show(PendingConsumerKey pending) {
        Console console = session.console();
        console.note("Rights of the key: GET /ip, GET /ip/*, POST /ip/*"
                + Arrays.stream(extraRules()).map(rule -> ", " + rule).collect(Collectors.joining()));
        String page = pending.validationUrl().toString();
        console.line(
                output.isJson()
                        ? JsonLine.of("validation").put("url", page).toString()
                        : "Open this page, log in and agree: " + Printable.of(page));
        console.flush();
        console.note("Waiting until the key is validated ...");
    }

    private void report(Endpoint endpoint) {
        session.console()
                .line(
                        output.isJson()
                                ? JsonLine.of("keys")
                                        .put("file", file.toString())
                                        .put("endpoint", endpoint.name())
                                        .toString()
                                : "Written to " + Printable.of(file.toString()) + ", for " + endpoint.name() + ".");
        session.console().flush();
        if (!output.isJson()) {
            session.console().note("Next: ovh-antispam blocked");
        }
    }

    /** Does all of it on the emulator, opens the page itself, and writes nothing. */
    private void rehearse() {
        session.console().note("(emulator: an invented account in memory; nothing real is read or changed)");
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            Map<String, String> environment = emulator.environment();
            ApplicationKey application = new ApplicationKey(
                    environment.getOrDefault("OVH_APPLICATION_KEY", ""),
                    environment.getOrDefault("OVH_APPLICATION_SECRET", ""));
            Endpoint endpoint = Endpoint.of(emulator.endpoint().toString());
            PendingConsumerKey pending = account.builder(Map.of())
                    .endpoint(endpoint)
                    .credentials(Credentials.application(application.key(), application.secret()))
                    .requestConsumerKey(extraRules());
            show(pending);
            try (InputStream page = pending.validationUrl().toURL().openStream()) {
                page.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            session.console().note("The emulator has validated it. Nothing is written.");
        }
    }
}
