package io.github.ovhantispam.mail.internal.mime;

/**
 * The size beyond which a mail is refused.
 *
 * @param bytes of the whole mail
 * @param nesting multiparts and mails inside one another
 * @param parts of the whole mail, those that hold others included
 * @param headers of one part
 * @param headerBytes of one header
 */
public record MimeLimits(long bytes, int nesting, int parts, int headers, int headerBytes) {

    /**
     * Returns the limits for mails of a given size.
     *
     * @param bytes of the whole mail
     * @return 16 levels, 1,000 parts, 1,000 headers each, 100 KB per header
     */
    public static MimeLimits ofBytes(long bytes) {
        return new MimeLimits(bytes, 16, 1000, 1000, 100_000);
    }
}
