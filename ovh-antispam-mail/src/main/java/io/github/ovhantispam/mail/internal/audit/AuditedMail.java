package io.github.ovhantispam.mail.internal.audit;

import io.github.ovhantispam.mail.MalformedMailException;
import io.github.ovhantispam.mail.internal.dkim.RawMail;
import io.github.ovhantispam.mail.internal.mime.MimeLimits;
import io.github.ovhantispam.mail.internal.mime.MimePart;
import io.github.ovhantispam.mail.internal.mime.MimeReader;
import io.github.ovhantispam.mail.internal.mime.MimeVisitor;
import io.github.ovhantispam.mail.internal.mime.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A mail under audit: its header fields, and its text as a reader sees it. */
public final class AuditedMail {

    /** The size beyond which a mail is refused. */
    public static final int MOST_BYTES = 50 * 1024 * 1024;

    /** Text beyond this is not looked at. */
    private static final int MOST_TEXT = 512 * 1024;

    private final RawMail raw;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Document page;
    private int images;
    private Optional<String> problem = Optional.empty();

    private AuditedMail(byte[] bytes) {
        raw = RawMail.of(bytes);
        try {
            new MimeReader(MimeLimits.ofBytes(MOST_BYTES)).read(new ByteArrayInputStream(bytes), new Texts());
        } catch (MalformedMailException e) {
            problem = Optional.ofNullable(e.getMessage());
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            problem = Optional.of("the mail cannot be read: " + e.getClass().getSimpleName());
        }
        page = Jsoup.parse(html.toString());
    }

    /**
     * Reads a mail.
     *
     * @param bytes the mail as it was sent, not copied
     * @return the mail; damage is a finding of the audit
     * @throws MalformedMailException when it has more than 50 MiB
     */
    public static AuditedMail of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedMailException(
                    "the mail has " + bytes.length + " bytes, more than " + MOST_BYTES + "; give a smaller one", null);
        }
        return new AuditedMail(bytes);
    }

    RawMail raw() {
        return raw;
    }

    /** The reason that the parts of the mail cannot be read to the end, if any. */
    Optional<String> problem() {
        return problem;
    }

    String plain() {
        return plain.toString();
    }

    boolean hasHtml() {
        return html.length() > 0;
    }

    Document page() {
        return page;
    }

    boolean hasImagePart() {
        return images > 0;
    }

    /** Returns the text that a reader sees. */
    String visibleText() {
        return hasHtml() ? page.text() : plain.toString();
    }

    /** Returns the body of the only header of a name, or of the first. */
    Optional<String> header(String name) {
        return raw.fields(name).stream().map(field -> field.value()).findFirst();
    }

    /** Returns the address in From, or empty when there is not exactly one. */
    Optional<String> author() {
        List<String> mailboxes = raw.fields("from").stream()
                .flatMap(field -> Mailboxes.in(field.value()).stream())
                .toList();
        return mailboxes.size() == 1 && !Mailboxes.domainOf(mailboxes.get(0)).isEmpty()
                ? Optional.of(mailboxes.get(0))
                : Optional.empty();
    }

    /** The texts of the mail, bounded. */
    private final class Texts implements MimeVisitor {

        @Override
        public void container(MimePart part) {
            // its parts follow
        }

        @Override
        public void leaf(MimePart part, InputStream content) throws IOException {
            boolean attached = part.header("Content-Disposition")
                    .filter(value -> value.strip().regionMatches(true, 0, "attachment", 0, 10))
                    .isPresent();
            if (attached) {
                return;
            }
            if (part.mediaType().equals("text/html")) {
                append(html, part, content);
            } else if (part.mediaType().equals("text/plain")) {
                append(plain, part, content);
            } else if (part.mediaType().startsWith("image/")) {
                images++;
            }
        }

        private void append(StringBuilder text, MimePart part, InputStream content) throws IOException {
            int left = MOST_TEXT - text.length();
            if (left > 0) {
                text.append(TextDecoder.decode(content.readNBytes(left), part.charset()))
                        .append('\n');
            }
        }
    }
}
