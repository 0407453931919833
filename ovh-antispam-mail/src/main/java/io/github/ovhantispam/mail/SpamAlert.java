package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.mail.internal.alert.AlertMail;
import io.github.ovhantispam.model.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The mail that the vendor sends when it blocks an address for spam: the address, and samples of the mails.
 *
 * <p>It is found by the shape that its languages share, in plain text and in a whole mail: HTML, any transfer encoding
 * and charset, quoted, wrapped again, forwarded in the text or as an attachment. Where an address, a Message-ID or a
 * score is in doubt, such as a number that a line end has cut, nothing is guessed: a doubtful sample is left out, and a
 * doubtful address, or alerts about two addresses in one mail, are not an alert.
 *
 * <p>Anybody can write such a mail, and nothing here authenticates it. A forged one can at most name an address of your
 * own account, since {@link #locate} finds no other. The truth is what the API then says of that address.
 *
 * @param address the IPv4 address that the alert says is blocked
 * @param samples the samples, in the order of the mail; empty when the alert lists none
 */
public record SpamAlert(IpAddress address, List<SpamSample> samples) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when the address is not an IPv4 address
     */
    public SpamAlert {
        if (!address.isIpv4()) {
            throw new IllegalArgumentException("an alert names an IPv4 address, not " + address);
        }
        samples = List.copyOf(samples);
    }

    /**
     * Finds the alert in a text.
     *
     * @param text the text of an alert, as copied or as a page of HTML, or the source of a mail
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when the text has more than 256 KiB characters, or is the source of a mail that
     *     {@link #parse(byte[])} refuses
     */
    public static Optional<SpamAlert> parse(String text) {
        return AlertMail.in(Objects.requireNonNull(text, "text"));
    }

    /**
     * Finds the alert in a mail.
     *
     * <p>Bytes that do not begin with the headers of a mail are read as a text in UTF-16 or UTF-8. If they are neither,
     * characters beyond ASCII are unknown, and a sample with such a character in its Message-ID is left out.
     *
     * @param mail a mail as it was sent ({@code .eml}), or a text
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when the mail has more than 10 MiB, 256 KiB characters of text in its text parts
     *     together, 1,000 parts, 1,000 headers in one part, 100 KB in one header, 16 parts inside one another, 16
     *     attached {@code .eml} files or 1,000 samples
     */
    public static Optional<SpamAlert> parse(byte[] mail) {
        return AlertMail.in(mail);
    }

    /**
     * Finds the alert in a mail, as {@link #parse(byte[])} does.
     *
     * @param mail a mail or a text; it is read to its end or one byte beyond the limit, and not closed
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when the mail is beyond a limit or cannot be read
     * @throws UncheckedIOException when the stream fails
     */
    public static Optional<SpamAlert> parse(InputStream mail) {
        try {
            return parse(mail.readNBytes(AlertMail.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds the alert in a file, as {@link #parse(byte[])} does.
     *
     * @param mail a file with a mail or a text
     * @return the alert, or empty when there is none or more than one
     * @throws MalformedMailException when the mail is beyond a limit or cannot be read
     * @throws UncheckedIOException when the file is missing or cannot be read
     */
    public static Optional<SpamAlert> parse(Path mail) {
        try (InputStream in = Files.newInputStream(mail)) {
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the Message-IDs of the samples, to be searched in the logs.
     *
     * @return each once, in the order of the mail
     */
    public List<MessageId> messageIds() {
        return samples.stream()
                .flatMap(sample -> sample.messageId().stream())
                .distinct()
                .toList();
    }

    /**
     * Finds the blocked address in the account. One request.
     *
     * @param client the client of the account
     * @return a handle on the address; its {@code get} tells whether it is blocked
     * @throws BlockNotFoundException when the address is not of the account: the alert is forged, or another account's
     * @throws AntispamException when the request fails
     */
    public SpamIpResource locate(AntispamClient client) {
        return client.locate(address);
    }
}
