package io.github.ovhantispam.cli.command.account;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.Moments;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.output.SpamIpPrinter;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show}: the state of one address. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the state of one address: since when it is blocked, and when it can be released.",
        footer = {
            "",
            "Examples:",
            "  ovh-antispam show 122.122.122.122 --emulator",
            "  ovh-antispam show 192.0.2.7 --json"
        })
public final class ShowCommand implements Callable<Integer> {

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "IP", converter = AddressConverter.class, description = "The address.")
    private @Nullable IpAddress address;

    private final Session session;

    /** Creates the command. */
    public ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Account open = account.open(session)) {
            SpamIpResource resource = open.client().locate(Objects.requireNonNull(address));
            SpamIp spam = resource.get();
            if (output.isJson()) {
                session.console()
                        .line(new SpamIpPrinter(output.moments())
                                .json("address", resource.block(), spam)
                                .toString());
            } else {
                print(resource, spam, spam.releasableIn(open.now()));
            }
            session.console().flush();
            return ExitCode.OK.number();
        }
    }

    private void print(SpamIpResource resource, SpamIp spam, Duration left) {
        Console console = session.console();
        Moments moments = output.moments();
        console.line("Address     " + spam.ipSpamming());
        console.line("Block       " + resource.block());
        console.line("State       " + Printable.of(spam.state().value()));
        console.line("Blocked     " + moments.text(spam.date().toInstant()));
        console.line("For         " + DurationText.of(spam.time()));
        console.line("Releasable  " + moments.text(spam.releasableAt().toInstant()));
        console.flush();
        switch (spam.state().known()) {
            case BLOCKED_FOR_SPAM ->
                console.note((left.isZero() || left.isNegative()
                                ? "It can be released now."
                                : "It can be released in " + DurationText.of(left) + ".")
                        + " Next: ovh-antispam stats " + spam.ipSpamming());
            case UNBLOCKING -> console.note("Its release was accepted and becomes effective at OVHcloud.");
            case UNBLOCKED -> console.note("It is free.");
            case UNRECOGNIZED -> console.note("This version does not know the state.");
        }
    }
}
