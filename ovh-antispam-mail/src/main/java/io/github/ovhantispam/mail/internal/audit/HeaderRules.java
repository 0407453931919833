package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.AuditFinding;
import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.internal.dkim.RawField;
import io.github.ovhantispam.mail.internal.mime.EncodedWords;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules about the header fields of a mail. */
final class HeaderRules {

    private static final Pattern EXCLAMATION = Pattern.compile("[!\u00a1\uff01]");
    private static final Pattern DISCOUNT = Pattern.compile("[-\u2212]?[0-9]{1,3}[ \u00a0\u202f]?[%\uff05]");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final int LETTERS_TO_JUDGE = 8;

    private HeaderRules() {}

    static List<AuditFinding> check(AuditedMail mail, Instant now) {
        List<AuditFinding> findings = new ArrayList<>();
        findings.add(structure(mail));
        findings.add(from(mail));
        String subject = EncodedWords.decode(mail.header("subject").orElse("")).strip();
        findings.add(subject(mail, subject));
        findings.add(shouting(subject));
        findings.add(date(mail, now));
        findings.add(messageId(mail));
        return findings;
    }

    private static AuditFinding structure(AuditedMail mail) {
        if (mail.problem().isPresent()) {
            return Rule.STRUCTURE.fail(mail.problem().get());
        }
        if (mail.raw().fields().isEmpty()) {
            return Rule.STRUCTURE.fail("there is no header; give the mail as it was sent (.eml)");
        }
        if (!mail.raw().hasHeaderEnd() || !mail.raw().hasBody()) {
            return Rule.STRUCTURE.fail("there is no body after the header; give the whole mail (.eml)");
        }
        return Rule.STRUCTURE.pass(mail.raw().fields().size() + " headers and a body");
    }

    private static AuditFinding from(AuditedMail mail) {
        List<RawField> fields = mail.raw().fields("from");
        if (fields.size() != 1) {
            return Rule.FROM.fail("the mail has " + fields.size() + " From headers instead of one");
        }
        List<String> mailboxes = Mailboxes.in(fields.get(0).value());
        if (mailboxes.size() != 1) {
            return Rule.FROM.fail("From names " + mailboxes.size() + " mailboxes instead of one");
        }
        return mail.author()
                .map(author -> Rule.FROM.pass("one mailbox: " + author))
                .orElseGet(() -> Rule.FROM.fail("From is not a mailbox: " + mailboxes.get(0)));
    }

    private static AuditFinding subject(AuditedMail mail, String subject) {
        int count = mail.raw().fields("subject").size();
        if (count > 1) {
            return Rule.SUBJECT.fail("the mail has " + count + " Subject headers instead of one");
        }
        return subject.isEmpty()
                ? Rule.SUBJECT.fail("the mail has no subject")
                : Rule.SUBJECT.pass("there is one: " + subject);
    }

    private static AuditFinding shouting(String subject) {
        List<String> loud = new ArrayList<>();
        long letters = subject.codePoints().filter(Character::isLetter).count();
        long capitals = subject.codePoints().filter(Character::isUpperCase).count();
        if (letters >= LETTERS_TO_JUDGE && capitals * 2 > letters) {
            loud.add("mostly capitals");
        }
        if (EXCLAMATION.matcher(subject).find()) {
            loud.add("an exclamation mark");
        }
        if (DISCOUNT.matcher(subject).find()) {
            loud.add("a percentage");
        }
        return loud.isEmpty()
                ? Rule.SHOUTING.pass("the subject is calm")
                : Rule.SHOUTING.warn("the subject has " + String.join(", ", loud) + ": " + subject);
    }

    private static AuditFinding date(AuditedMail mail, Instant now) {
        List<RawField> fields = mail.raw().fields("date");
        if (fields.size() != 1) {
            return Rule.DATE.fail("the mail has " + fields.size() + " Date headers instead of one");
        }
        String value = fields.get(0).value();
        Optional<Instant> date = parse(value);
        if (date.isEmpty()) {
            return Rule.DATE.fail("Date is not a date: " + value);
        }
        if (date.get().isAfter(now.plus(Duration.ofDays(1)))) {
            return Rule.DATE.warn("Date is in the future: " + value);
        }
        return Rule.DATE.pass(value);
    }

    private static Optional<Instant> parse(String value) {
        String bare = COMMENT.matcher(value).replaceAll(" ").strip().replaceAll("[ \t]+", " ");
        String day = bare.replaceFirst("^[A-Za-z]{3} ?, ?", "");
        try {
            return Optional.of(ZonedDateTime.parse(day, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuditFinding messageId(AuditedMail mail) {
        List<RawField> fields = mail.raw().fields("message-id");
        if (fields.size() != 1) {
            return Rule.MESSAGE_ID.fail("the mail has " + fields.size() + " Message-ID headers instead of one");
        }
        String value = fields.get(0).value();
        try {
            MessageId id = MessageId.of(value);
            return value.startsWith("<") && value.contains("@")
                    ? Rule.MESSAGE_ID.pass(id.toString())
                    : Rule.MESSAGE_ID.warn("Message-ID is not of the form <left@right>: " + id);
        } catch (IllegalArgumentException e) {
            return Rule.MESSAGE_ID.fail("Message-ID cannot be used: " + e.getMessage());
        }
    }
}
