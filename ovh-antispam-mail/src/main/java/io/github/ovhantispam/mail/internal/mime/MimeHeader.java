package io.github.ovhantispam.mail.internal.mime;

/**
 * One header field.
 *
 * @param name its name as written
 * @param value its body, unfolded but not decoded; hostile
 */
public record MimeHeader(String name, String value) {}
