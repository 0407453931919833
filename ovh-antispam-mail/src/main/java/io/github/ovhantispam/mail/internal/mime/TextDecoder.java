package io.github.ovhantispam.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text, whatever charset they claim. What is valid UTF-8 is UTF-8; where nothing is known, a character beyond
 * ASCII becomes {@code U+FFFD} rather than a guess.
 */
public final class TextDecoder {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private TextDecoder() {}

    /**
     * Decodes the text of a part.
     *
     * @param bytes the content
     * @param charset the name it claims, which an attacker may have chosen, or null
     * @return the text
     */
    public static String decode(byte[] bytes, @Nullable String charset) {
        Optional<Charset> claimed = Optional.ofNullable(charset)
                .flatMap(TextDecoder::named)
                .filter(known -> !isWide(known) || hasZero(bytes));
        if (claimed.isPresent() && !extendsAscii(claimed.get())) {
            return new String(bytes, claimed.get());
        }
        return utf16(bytes)
                .or(() -> utf8(bytes))
                .orElseGet(() -> claimed.filter(known -> !saysNothing(known))
                        .map(known -> new String(bytes, known))
                        .orElseGet(() -> asciiOf(bytes)));
    }

    /**
     * Decodes bytes that are UTF-16 by their mark or by the zeros in them.
     *
     * @param bytes a whole text
     * @return the text, or empty when they are not UTF-16
     */
    public static Optional<String> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
            return Optional.of(new String(bytes, UTF_16LE));
        }
        if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
            return Optional.of(new String(bytes, UTF_16BE));
        }
        return Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Only beside ASCII can bytes that are valid UTF-8 be told from bytes of the charset itself. */
    private static boolean extendsAscii(Charset charset) {
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, charset).equals(new String(ascii, US_ASCII));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysNothing(Charset charset) {
        return charset.equals(US_ASCII) || charset.equals(UTF_8);
    }

    private static String asciiOf(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, ISO_8859_1));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 && text.charAt(i) != NO_BREAK_SPACE) {
                text.setCharAt(i, '\ufffd');
            }
        }
        return text.toString();
    }
}
