package io.github.ovhantispam.cli.command.release;

import io.github.ovhantispam.cli.account.Account;
import io.github.ovhantispam.cli.account.AccountOptions;
import io.github.ovhantispam.cli.command.options.AddressConverter;
import io.github.ovhantispam.cli.command.options.DurationConverter;
import io.github.ovhantispam.cli.command.options.OutputOptions;
import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.output.Moments;
import io.github.ovhantispam.cli.output.SpamIpPrinter;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.PrecautionException;
import io.github.ovhantispam.client.Release;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code release}: the release of one address, from its block until it is effective. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Releases one address: waits until its block has run out, asks, and waits until the release is effective.",
            "Stop the mail and empty the queue first: an address that still sends spam is blocked again at once, and"
                    + " for longer."
        },
        footer = {
            "",
            "Examples:",
            "  ovh-antispam release 122.122.122.122 --emulator --queue postfix --stopped",
            "  ovh-antispam release 192.0.2.7 --queue postfix --stopped",
            "  ovh-antispam release 192.0.2.7 --queue postfix --stopped --contained \\",
            "      --log /var/log/mail.log --handled \"SASL user bob=password changed\"",
            "",
            "The checks look at the machine that this command runs on. They are made at the",
            "start, and again just before the release is asked for.",
            "Ctrl-C ends the waiting and says whether the release was accepted."
        })
public final class ReleaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IP", converter = AddressConverter.class, description = "The address.")
    private @Nullable IpAddress address;

    @Mixin
    private final PrecautionOptions precautions = new PrecautionOptions();

    @Mixin
    private final ContainmentOptions containment = new ContainmentOptions();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Give up after this time, such as 2h. Default: what the block still runs, and 30 minutes.")
    private @Nullable Duration timeout;

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final Session session;

    /** Creates the command. */
    public ReleaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        precautions.validate();
        containment.validate();
        IpAddress ip = Objects.requireNonNull(address);
        try (Account open = account.open(session)) {
            SpamIpResource resource = open.client().locate(ip);
            SpamIp before = resource.get();
            Release release = resource.release(precaution(resource, before));
            SpamIp free = await(timeout == null ? release : release.timeout(timeout), before);
            print(resource, free);
            return ExitCode.OK.number();
        }
    }

    private Precaution precaution(SpamIpResource resource, SpamIp before) {
        if (!before.state().equals(SpamState.BLOCKED_FOR_SPAM)) {
            // Nothing is asked for, unless it is blocked meanwhile.
            return ip -> {
                throw new PrecautionException(ip + " is blocked again; stop the mail, and run the command once more");
            };
        }
        Precaution other = precautions.choose(session, before.ipSpamming(), account.isEmulated());
        Precaution chosen = containment.add(other, resource, session, output.zone(), account.isEmulated());
        chosen.check(before.ipSpamming()); // nobody should wait for an hour to hear it
        return chosen;
    }

    private SpamIp await(Release release, SpamIp before) {
        ReleaseSteps steps = new ReleaseSteps(session.console(), before.ipSpamming(), before.state());
        try {
            return release.onProgress(steps).await();
        } catch (AntispamInterruptedException e) {
            throw CommandFailure.of(ExitCode.INTERRUPTED, steps.whenInterrupted(e), e);
        }
    }

    private void print(SpamIpResource resource, SpamIp free) {
        Moments moments = output.moments();
        session.console()
                .line(
                        output.isJson()
                                ? new SpamIpPrinter(moments)
                                        .json("address", resource.block(), free)
                                        .toString()
                                : free.ipSpamming() + " is free: "
                                        + free.state().value());
        session.console().flush();
    }
}
