package io.github.ovhantispam.mail.internal.alert;

import io.github.ovhantispam.mail.MalformedMailException;
import io.github.ovhantispam.mail.SpamAlert;
import io.github.ovhantispam.mail.internal.mime.MailShape;
import io.github.ovhantispam.mail.internal.mime.MimeLimits;
import io.github.ovhantispam.mail.internal.mime.MimePart;
import io.github.ovhantispam.mail.internal.mime.MimeReader;
import io.github.ovhantispam.mail.internal.mime.MimeVisitor;
import io.github.ovhantispam.mail.internal.mime.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** The search for the alert in a text or in the texts of a mail, those of mails attached to it included. */
public final class AlertMail implements MimeVisitor {

    /** The size of a mail beyond which it is refused. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int MOST_TEXT = 256 * 1024;

    private final Deque<byte[]> attachedMails = new ArrayDeque<>();
    private int textLeft = MOST_TEXT;
    private int attachmentsLeft = 16;
    private Verdict verdict = Verdict.NONE;

    private AlertMail() {}

    /**
     * Finds the alert in bytes.
     *
     * @param bytes a mail or a text
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when they are beyond a limit, or a mail that cannot be read
     */
    public static Optional<SpamAlert> in(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new MalformedMailException(
                    "the mail cannot be read: it has more than " + MOST_BYTES + " bytes", null);
        }
        Optional<String> utf16 = TextDecoder.utf16(bytes);
        if (utf16.isPresent()) {
            return in(utf16.get());
        }
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int mark = latin.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        int headers = MailShape.headersOf(latin.substring(mark));
        AlertMail search = new AlertMail();
        if (headers < 0) {
            search.read(TextDecoder.decode(bytes, null), false);
        } else {
            search.readMail(bytes, mark + headers);
        }
        return search.verdict.alert();
    }

    /**
     * Finds the alert in a text.
     *
     * @param text a text, or the source of a mail
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when the text is beyond a limit, or a mail that cannot be read
     */
    public static Optional<SpamAlert> in(String text) {
        if (MailShape.headersOf(text) >= 0) {
            return in(text.getBytes(StandardCharsets.UTF_8));
        }
        AlertMail search = new AlertMail();
        search.read(text, false);
        return search.verdict.alert();
    }

    private void readMail(byte[] bytes, int from) {
        MimeReader reader = new MimeReader(MimeLimits.ofBytes(MOST_BYTES));
        reader.read(new ByteArrayInputStream(bytes, from, bytes.length - from), this);
        while (!attachedMails.isEmpty()) {
            reader.read(new ByteArrayInputStream(attachedMails.removeFirst()), this);
        }
    }

    @Override
    public void container(MimePart part) {
        // What it holds comes by itself.
    }

    @Override
    public void leaf(MimePart part, InputStream content) throws IOException {
        if (isText(part)) {
            // A character takes at most four bytes: what is more is refused without being decoded.
            byte[] bytes = content.readNBytes(4 * textLeft + 1);
            read(TextDecoder.decode(bytes, part.charset()), part.mediaType().equals("text/html"));
        } else if (isAttachedMail(part)) {
            attach(content.readAllBytes());
        }
    }

    private static boolean isText(MimePart part) {
        return part.mediaType().equals("text/plain") || part.mediaType().equals("text/html");
    }

    /** A mail that a mail program attached as a file. */
    private static boolean isAttachedMail(MimePart part) {
        String names = part.header("Content-Disposition").orElse("")
                + part.header("Content-Type").orElse("");
        return names.toLowerCase(Locale.ROOT).contains(".eml");
    }

    private void attach(byte[] mail) {
        if (--attachmentsLeft < 0) {
            throw new MalformedMailException("the mail cannot be read: it has more than 16 mails as files", null);
        }
        if (MailShape.headersOf(new String(mail, StandardCharsets.ISO_8859_1)) >= 0) {
            attachedMails.addLast(mail);
        }
    }

    private void read(String text, boolean html) {
        textLeft -= text.length();
        if (textLeft < 0) {
            throw new MalformedMailException(
                    "the mail cannot be read: it has more than " + MOST_TEXT + " characters of text", null);
        }
        String words = html || HtmlText.isHtml(text) ? HtmlText.of(text) : HtmlText.withoutEntities(text);
        verdict = verdict.and(AlertText.verdict(words));
    }
}
