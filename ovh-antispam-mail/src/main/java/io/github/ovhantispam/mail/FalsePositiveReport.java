package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.mail.internal.audit.AuditedMail;
import io.github.ovhantispam.mail.internal.report.OriginalMail;
import io.github.ovhantispam.mail.internal.report.PackageFiles;
import io.github.ovhantispam.mail.internal.report.TicketWriter;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The case for a false positive, as the vendor's guide wants it: the blocked address, the original mails, the audit,
 * and a ready ticket.
 *
 * <p>Nothing is sent. The mails, and the ticket with them, hold personal data of their senders and recipients: read
 * {@link #ticket} before you hand it on.
 */
public final class FalsePositiveReport {

    private static final int MOST_MESSAGES = 20;

    private final IpAddress address;
    private final List<MessageId> reported;
    private final List<OriginalMail> mails;
    private final Optional<AuditReport> audit;

    private FalsePositiveReport(Builder builder) {
        address = builder.address;
        reported = builder.reported;
        mails = List.copyOf(builder.mails);
        audit = builder.audit;
    }

    /**
     * Begins a report on an alert.
     *
     * @param alert the alert
     * @return a builder
     */
    public static Builder of(SpamAlert alert) {
        return new Builder(alert.address(), alert.messageIds());
    }

    /**
     * Begins a report on the statistics of an address.
     *
     * @param address the blocked address
     * @param targets the mails that the API reports, or none; identifiers that cannot be read are left out
     * @return a builder
     */
    public static Builder of(IpAddress address, List<SpamTarget> targets) {
        return new Builder(
                address,
                targets.stream()
                        .flatMap(target -> readable(target.messageId()))
                        .distinct()
                        .toList());
    }

    private static Stream<MessageId> readable(String text) {
        try {
            return Stream.of(MessageId.of(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /**
     * Returns what the vendor asks for and this report lacks.
     *
     * @return one printable line per problem, empty when the report is complete
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (mails.isEmpty()) {
            problems.add("there is no original mail; add those that the alert names with message(..)");
        }
        if (audit.isEmpty()) {
            problems.add("there is no audit; make one with SenderAudit and add it with audit(..)");
        }
        for (int i = 0; i < mails.size(); i++) {
            String name = mails.get(i).fileName(i + 1);
            List<String> missing = mails.get(i).missing();
            if (!missing.isEmpty()) {
                problems.add(name + " is not a whole mail: it lacks " + String.join(", ", missing));
            }
            Optional<MessageId> id = mails.get(i).messageId();
            if (id.isPresent() && !reported.isEmpty() && !reported.contains(id.get())) {
                problems.add(name + " has the Message-ID " + id.get() + ", which was not reported; leave it out");
            }
        }
        List<MessageId> given =
                mails.stream().flatMap(mail -> mail.messageId().stream()).toList();
        reported.stream()
                .filter(id -> !given.contains(id))
                .forEach(id -> problems.add("the mail with the reported Message-ID " + id + " is missing"));
        return problems;
    }

    /**
     * Returns what speaks against the case: what the audit found wrong, or could not check.
     *
     * @return one printable line per weakness, failures first
     */
    public List<String> weaknesses() {
        return audit.stream()
                .flatMap(report -> Stream.of(Verdict.FAIL, Verdict.WARN, Verdict.UNKNOWN)
                        .flatMap(verdict -> report.findings(verdict).stream()))
                .map(AuditFinding::toString)
                .toList();
    }

    /**
     * Returns the ticket, with the header and the first 20 KB of each mail.
     *
     * @param language its language
     * @return the ticket
     */
    public TicketText ticket(Language language) {
        return new TicketWriter(address, reported, mails, audit).in(language);
    }

    /**
     * Writes the report as a zip: the mails byte for byte, the ticket in both languages, the problems and the audit.
     *
     * @param file a file that does not exist
     * @throws UncheckedIOException when it exists or cannot be written; nothing is left then
     */
    public void writeZip(Path file) {
        try {
            new PackageFiles(files()).zip(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Writes the report as a folder with the files of {@link #writeZip}.
     *
     * @param folder a folder, created when it is missing
     * @throws UncheckedIOException when one of the files exists or cannot be written; no file of the report is left
     *     then
     */
    public void writeTo(Path folder) {
        try {
            new PackageFiles(files()).folder(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static UncheckedIOException failed(Path target, IOException reason) {
        return new UncheckedIOException(new IOException(
                "the report was not written to " + target + ", choose another place: " + reason, reason));
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            TicketText ticket = ticket(language);
            String name = "ticket-" + (language == Language.FRENCH ? "fr" : "en") + ".txt";
            files.put(name, (ticket.subject() + "\n\n" + ticket.body()).getBytes(UTF_8));
        }
        files.put("problems.txt", lines(problems()));
        files.put("weaknesses.txt", lines(weaknesses()));
        audit.ifPresent(report -> files.put("audit.txt", (report + "\n").getBytes(UTF_8)));
        for (int i = 0; i < mails.size(); i++) {
            files.put(mails.get(i).fileName(i + 1), mails.get(i).content());
        }
        return files;
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    /** A builder of a report. Not for several threads. */
    public static final class Builder {

        private final IpAddress address;
        private final List<MessageId> reported;
        private final List<OriginalMail> mails = new ArrayList<>();
        private Optional<AuditReport> audit = Optional.empty();

        private Builder(IpAddress address, List<MessageId> reported) {
            this.address = address;
            this.reported = List.copyOf(reported);
        }

        /**
         * Adds an original mail.
         *
         * @param message the mail as it was sent, with its full headers
         * @return this
         * @throws MalformedMailException when it has more than 50 MiB
         * @throws IllegalStateException when there are 20 already
         */
        public Builder message(byte[] message) {
            return add(message.clone());
        }

        /**
         * Adds an original mail.
         *
         * @param message a file with the mail as it was sent ({@code .eml})
         * @return this
         * @throws MalformedMailException when it has more than 50 MiB
         * @throws IllegalStateException when there are 20 already
         * @throws UncheckedIOException when the file cannot be read
         */
        public Builder message(Path message) {
            try (InputStream in = Files.newInputStream(message)) {
                return add(in.readNBytes(AuditedMail.MOST_BYTES + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Builder add(byte[] message) {
            if (message.length > AuditedMail.MOST_BYTES) {
                throw new MalformedMailException("a mail has more than 50 MiB; the vendor cannot take it", null);
            }
            if (mails.size() == MOST_MESSAGES) {
                throw new IllegalStateException("a report holds " + MOST_MESSAGES + " mails; make a second one");
            }
            mails.add(new OriginalMail(message));
            return this;
        }

        /**
         * Sets the audit.
         *
         * @param audit the audit of the address and of a mail
         * @return this
         */
        public Builder audit(AuditReport audit) {
            this.audit = Optional.of(audit);
            return this;
        }

        /**
         * Builds the report, complete or not.
         *
         * @return the report; {@link FalsePositiveReport#problems} lists what it lacks
         */
        public FalsePositiveReport build() {
            return new FalsePositiveReport(this);
        }
    }
}
