package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.client.AccessRule;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.client.SupportTickets;
import io.github.ovhantispam.mail.internal.audit.AuditedMail;
import io.github.ovhantispam.mail.internal.report.OriginalMail;
import io.github.ovhantispam.mail.internal.report.PackageFiles;
import io.github.ovhantispam.mail.internal.report.PersonalData;
import io.github.ovhantispam.mail.internal.report.TicketRequest;
import io.github.ovhantispam.mail.internal.report.TicketWriter;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamTarget;
import io.github.ovhantispam.model.SupportTicket;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The case for a false positive, as the vendor's guide wants it: the blocked address, the original mails, the audit,
 * and a ready ticket.
 *
 * <p>Nothing is sent but by {@link #open}. The mails, and the ticket with them, hold personal data of their senders and
 * recipients: read {@link #draft} and {@link #personalData} before you hand it on.
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
     * Returns the personal data in the ticket that can be recognized: the mail addresses and the IPv4 addresses but the
     * blocked one. Names, and whatever else a mail says of people, are not recognized, nor is anything in a part that
     * is encoded as base64.
     *
     * @return each once, printable; mail addresses first, at most 1,000
     */
    public List<String> personalData() {
        Set<String> known = new HashSet<>();
        known.add(address.toString());
        Stream.concat(reported.stream(), mails.stream().flatMap(mail -> mail.messageId().stream()))
                .forEach(id -> known.add(id.value()));
        return PersonalData.in(ticket(Language.ENGLISH).body(), known);
    }

    /**
     * Returns the ticket that {@link #open} creates, for a dry run. Two requests, which read the block of the address;
     * no ticket is created. {@link NewTicket#requestText()} shows what would be sent, to the last character.
     *
     * @param antispam the client of the account
     * @param language the language of the ticket
     * @return the ticket, an incident about an alert, with the product and the service of the block as far as it tells
     *     them
     * @throws IllegalStateException when the report has no original mail, which the vendor asks for
     * @throws BlockNotFoundException when the address is in no block of the account
     * @throws AntispamException when a request fails otherwise
     */
    public NewTicket draft(AntispamClient antispam, Language language) {
        Objects.requireNonNull(antispam, "antispam");
        Objects.requireNonNull(language, "language");
        if (mails.isEmpty()) {
            throw new IllegalStateException(
                    "there is no original mail, which the vendor asks for; add those that the alert names with message(..)");
        }
        IpBlock block = antispam.locate(address).block();
        return TicketRequest.of(ticket(language), antispam.ipBlock(block).get());
    }

    /**
     * Opens the ticket. Three requests: those of {@link #draft}, and {@code POST /support/tickets/create}, which
     * {@link SupportTickets#create} never sends again when there may be a ticket already.
     *
     * <p>This hands {@link #personalData} to the vendor, and the first 20 KB of each mail. The API takes no attachment:
     * attach the files of {@link #writeTo} to the ticket in the control panel.
     *
     * @param antispam the client of the account, with {@link AccessRule#SUPPORT_TICKETS}
     * @param language the language of the ticket
     * @return the numbers of the ticket
     * @throws IllegalStateException when the report has no original mail, which the vendor asks for; nothing was sent
     * @throws BlockNotFoundException when the address is in no block of the account; nothing was sent
     * @throws PermissionException when the credentials may not create tickets; the message names the rule
     * @throws AntispamException when a request fails otherwise; where {@code mayHaveBeenProcessed()} is true, look in
     *     the control panel before you open another
     */
    public SupportTicket open(AntispamClient antispam, Language language) {
        return antispam.supportTickets().create(draft(antispam, language));
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
     * @throws UncheckedIOException when one of the files exists or cannot be written; neither a file of the report nor
     *     a folder that was missing is left then
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
                "the report was not written to " + PrintableText.of(target.toString()) + ", choose another place: "
                        + PrintableText.of(reason.toString()),
                reason));
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
