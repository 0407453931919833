package io.github.ovhantispam.cli.command.options;

import io.github.ovhantispam.mail.MailQueue;
import io.github.ovhantispam.mail.MailService;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A mail server of this machine, as the command line names it. */
public enum MailServer {
    POSTFIX,
    EXIM,
    SENDMAIL,
    QMAIL,
    /** The only one that is installed. */
    DETECT;

    /**
     * Returns its queue.
     *
     * @param configuration the directory of the only instance of Postfix to look at, or null for all
     */
    public MailQueue queue(@Nullable Path configuration) {
        return switch (this) {
            case POSTFIX ->
                configuration == null
                        ? MailQueue.postfix()
                        : MailQueue.postfix().configuration(configuration);
            case EXIM -> MailQueue.exim();
            case SENDMAIL -> MailQueue.sendmail();
            case QMAIL -> MailQueue.qmail();
            case DETECT -> MailQueue.detect();
        };
    }

    /**
     * Returns its service; empty for {@link #DETECT}, which knows queues only.
     *
     * @param configuration the directory of the only instance of Postfix to look at, or null for all
     */
    public Optional<MailService> service(@Nullable Path configuration) {
        return switch (this) {
            case POSTFIX ->
                Optional.of(
                        configuration == null
                                ? MailService.postfix()
                                : MailService.postfix().configuration(configuration));
            case EXIM -> Optional.of(MailService.exim());
            case SENDMAIL -> Optional.of(MailService.sendmail());
            case QMAIL -> Optional.of(MailService.qmail());
            case DETECT -> Optional.empty();
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word on the command line, in lower case. */
    public static final class Converter implements ITypeConverter<MailServer> {

        @Override
        public MailServer convert(String value) {
            return Arrays.stream(values())
                    .filter(server -> server.word().equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("not one of postfix, exim, sendmail, qmail, detect: " + value));
        }
    }

    /** The words to choose from, for help and completion. */
    public static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            List<String> words = Arrays.stream(values()).map(MailServer::word).toList();
            return words.iterator();
        }
    }
}
