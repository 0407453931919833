package io.github.ovhantispam.mail.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.mail.AuditReport;
import io.github.ovhantispam.mail.Language;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.TicketText;
import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.Optional;

/** The text of a ticket in the language of its reader. */
public final class TicketWriter {

    private static final int MOST_BYTES = 60_000;

    private final IpAddress address;
    private final List<MessageId> reported;
    private final List<OriginalMail> mails;
    private final Optional<AuditReport> audit;

    /**
     * Creates a writer.
     *
     * @param address the blocked address
     * @param reported the Message-IDs of the alert
     * @param mails the original mails
     * @param audit the audit, if one was made
     */
    public TicketWriter(
            IpAddress address, List<MessageId> reported, List<OriginalMail> mails, Optional<AuditReport> audit) {
        this.address = address;
        this.reported = reported;
        this.mails = mails;
        this.audit = audit;
    }

    /**
     * Writes the ticket.
     *
     * @param language its language
     * @return the ticket, its body cut at 60,000 bytes
     */
    public TicketText in(Language language) {
        boolean french = language == Language.FRENCH;
        StringBuilder body = new StringBuilder();
        body.append(
                french
                        ? "Bonjour,\n\nL'adresse " + address
                                + " est bloqu\u00e9e pour spam. Nous pensons qu'il s'agit d'un"
                                + " faux positif : les messages ci-dessous sont l\u00e9gitimes.\n\nIP : " + address
                                + "\n"
                        : "Hello,\n\nThe address " + address + " is blocked for spam. We believe that this is a false"
                                + " positive: the messages below are legitimate.\n\nIP: " + address + "\n");
        reported.forEach(id -> body.append("Message-ID: ").append(id).append('\n'));
        audit.ifPresent(report -> body.append(french ? "\nAudit de l'exp\u00e9diteur\n" : "\nAudit of the sender\n")
                .append(report)
                .append('\n'));
        body.append(
                french
                        ? "\nLes originaux complets (.eml) seront joints depuis l'espace client."
                                + " Ils contiennent des donn\u00e9es personnelles.\n"
                        : "\nThe complete originals (.eml) will be attached in the control panel."
                                + " They contain personal data.\n");
        int number = 1;
        for (OriginalMail mail : mails) {
            body.append("\n--- ")
                    .append(mail.fileName(number++))
                    .append(" ---\n")
                    .append(mail.excerpt())
                    .append('\n');
        }
        String subject = french
                ? "Faux positif antispam pour l'adresse " + address
                : "Anti-spam false positive for address " + address;
        return new TicketText(subject, cut(body.toString()));
    }

    private static String cut(String text) {
        if (text.getBytes(UTF_8).length <= MOST_BYTES) {
            return text;
        }
        String end = "\n[...]\n";
        int bytes = end.length();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += Character.toString(codePoint).getBytes(UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return text.substring(0, at) + end;
    }
}
