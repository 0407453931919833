package io.github.ovhantispam.mail.internal.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.internal.dkim.RawMail;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail as it was sent, byte for byte. */
public final class OriginalMail {

    private static final int EXCERPT = 20 * 1024;

    private final byte[] bytes;
    private final RawMail mail;

    /**
     * Holds a mail.
     *
     * @param bytes the mail, not copied
     */
    public OriginalMail(byte[] bytes) {
        this.bytes = bytes;
        mail = RawMail.of(bytes);
    }

    /**
     * Returns the mail.
     *
     * @return its bytes, not copied
     */
    public byte[] content() {
        return bytes;
    }

    /**
     * Returns its Message-ID.
     *
     * @return the only usable one, or empty
     */
    public Optional<MessageId> messageId() {
        if (mail.fields("message-id").size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageId.of(mail.fields("message-id").get(0).value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // that it has none to compare is a problem of the report
        }
    }

    /**
     * Returns what is missing from a whole mail.
     *
     * @return one line for each part
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String name : List.of("From", "Date", "Message-ID")) {
            if (mail.fields(name.toLowerCase(Locale.ROOT)).isEmpty()) {
                missing.add("the header " + name);
            }
        }
        if (!mail.hasHeaderEnd()) {
            missing.add("the empty line after the header");
        } else if (!mail.hasBody()) {
            missing.add("the body");
        }
        return missing;
    }

    /**
     * Returns a file name that nothing in the mail chose.
     *
     * @param number of the mail, from 1
     * @return such as {@code 01-0123456789abcdef.eml}
     */
    public String fileName(int number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return (number < 10 ? "0" : "") + number + "-" + HexFormat.of().formatHex(hash, 0, 8) + ".eml";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the first 20 KB, with what a terminal would obey replaced; headers come first in a mail. */
    String excerpt() {
        String text = new String(bytes, 0, cutAt(), charset()).replace("\r\n", "\n");
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\n' || c == '\t' || isPlain(c) ? c : '?'));
        return bytes.length > EXCERPT ? safe.append("\n[...]").toString() : safe.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    /** The end of the excerpt, not within a character of UTF-8. */
    private int cutAt() {
        int end = Math.min(bytes.length, EXCERPT);
        int start = end;
        while (end < bytes.length && start > end - 3 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return end < bytes.length && (bytes[start] & 0xC0) == 0xC0 ? start : end;
    }

    private Charset charset() {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, cutAt()));
            return UTF_8;
        } catch (CharacterCodingException e) {
            return ISO_8859_1; // which has a character for each byte
        }
    }
}
