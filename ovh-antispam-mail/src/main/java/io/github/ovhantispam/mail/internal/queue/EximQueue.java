package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueueSender;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.Outcome;
import io.github.ovhantispam.mail.internal.command.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queue of Exim and its named queues. Exim counts 0 with exit code 0 when its spool directory is missing, so that
 * its word that a queue is empty is checked against the files of the spool directory.
 */
public final class EximQueue implements QueueSource {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SPOOL = Pattern.compile("spool_directory = (/.*)");
    private static final Pattern HARMLESS =
            Pattern.compile(".*Warning: purging the environment\\.|Suggested action: use keep_environment\\.");

    private final MailPrograms programs;
    private final @Nullable Path configuration;

    /**
     * Creates the queue.
     *
     * @param programs where Exim is
     * @param configuration its configuration file, or null for the usual one
     */
    public EximQueue(MailPrograms programs, @Nullable Path configuration) {
        this.programs = programs;
        this.configuration = configuration == null ? null : configuration.toAbsolutePath();
    }

    static Optional<Path> program(MailPrograms programs) {
        return programs.find("exim4", "exim");
    }

    @Override
    public QueueReport read() {
        QueueReading reading = new QueueReading(configuration == null ? "Exim" : "Exim with " + configuration);
        Optional<Path> exim = program(programs);
        if (exim.isEmpty()) {
            reading.problem(programs.missing("exim4 or exim"));
        } else {
            read(exim.get(), reading);
        }
        return reading.report(this::cleanUp);
    }

    private void read(Path exim, QueueReading reading) {
        List<String> version = new ArrayList<>();
        Outcome outcome = run(exim, version, "-bV");
        if (!isFine(outcome) || version.isEmpty() || !version.get(0).startsWith("Exim version ")) {
            reading.problem(outcome, "this should have been Exim");
            return;
        }
        List<String> settings = new ArrayList<>();
        outcome = run(exim, settings, "-bP", "spool_directory");
        Matcher spool = SPOOL.matcher(settings.size() == 1 ? settings.get(0) : "");
        if (!isFine(outcome) || !spool.matches()) {
            reading.problem(outcome, "it should have told the spool directory; run this as root or as Exim's user");
            return;
        }
        EximSpool files = new EximSpool(Path.of(spool.group(1)));
        Optional<List<String>> queues = files.queues(reading::problem);
        queues.ifPresent(names -> names.forEach(name -> read(exim, name, files, reading)));
    }

    private void read(Path exim, String name, EximSpool files, QueueReading reading) {
        List<String> counted = new ArrayList<>();
        Outcome count = run(exim, counted, inQueue(name, "-bpc"));
        if (!isFine(count)
                || counted.size() != 1
                || !COUNT.matcher(counted.get(0)).matches()) {
            reading.problem(count, "it should have told the number of mails; run this as root or as Exim's user");
            return;
        }
        long before = reading.count();
        Outcome listed = programs.command(exim, arguments(inQueue(name, "-bp")))
                .run(output -> new EximListing(name, reading).read(output));
        if (!isFine(listed)) {
            reading.problem(listed, "");
            return;
        }
        long mails = reading.count() - before;
        if (mails == 0 && Long.parseLong(counted.get(0)) > 0) {
            reading.problem(count, "it counted " + counted.get(0) + " mails of which none is listed");
        } else if (mails == 0 && files.hasMail(name, reading::problem)) {
            reading.problem(
                    count,
                    "Exim lists no mail, but there are files of mail in " + files.of(name)
                            + ", of mail that just arrives or left in pieces");
        }
    }

    private static String[] inQueue(String name, String option) {
        return name.isEmpty() ? new String[] {option} : new String[] {"-qG" + name, option};
    }

    private Outcome run(Path exim, List<String> lines, String... options) {
        return programs.lines(exim, arguments(options), lines);
    }

    private List<String> arguments(String... options) {
        List<String> arguments = new ArrayList<>();
        if (configuration != null) {
            arguments.add("-C");
            arguments.add(configuration.toString());
        }
        arguments.addAll(List.of(options));
        return arguments;
    }

    private static boolean isFine(Outcome outcome) {
        return outcome.ended(0)
                && outcome.errors().stream()
                        .allMatch(line -> HARMLESS.matcher(line).matches());
    }

    private List<String> cleanUp(QueueReading reading) {
        String exim = ShellWord.joined(arguments());
        String options = exim.isEmpty() ? "" : " " + exim;
        List<String> commands = new ArrayList<>();
        for (QueuedMail mail : reading.first()) {
            String queue = mail.queue().isEmpty() ? "" : " " + ShellWord.quoted("-qG" + mail.queue());
            commands.add("exim" + options + queue + " -Mrm " + mail.id());
        }
        for (QueueSender sender : reading.senders().most()) {
            if (ShellWord.isPrintable(sender.sender())) {
                commands.add(
                        "exiqgrep" + (configuration == null ? "" : " -C " + ShellWord.quoted(configuration.toString()))
                                + " -i -f " + ShellWord.quoted("^<" + expression(sender.sender()) + ">$")
                                + " | xargs -r exim" + options + " -Mrm");
            } else {
                commands.add("# a sender that cannot be printed: delete its mail by message id");
            }
        }
        return commands;
    }

    /** A regular expression of Perl that only the text matches. */
    private static String expression(String text) {
        return text.replaceAll("[^A-Za-z0-9_\\x80-\\x{10FFFF}]", "\\\\$0");
    }

    @Override
    public Optional<String> phpScript(QueuedMail mail) {
        if (!QueueIds.isExim(mail.id())) {
            throw new IllegalArgumentException("not a message id of Exim: " + mail);
        }
        Path exim = program(programs)
                .orElseThrow(
                        () -> new MailCommandException(programs.missing("exim4 or exim"), "", OptionalInt.empty(), ""));
        List<String> arguments = new ArrayList<>(
                arguments(mail.queue().isEmpty() ? new String[0] : new String[] {"-qG" + mail.queue()}));
        arguments.addAll(List.of("-Mvh", mail.id()));
        return new HeaderOfScript(programs).read(exim, arguments, "[0-9]{3,}. ");
    }
}
