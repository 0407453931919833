package io.github.ovhantispam.emulator.internal.account;

import java.time.OffsetDateTime;
import java.util.function.Supplier;

/**
 * A mail that the vendor has sent to the customer.
 *
 * @param body written when it is read: the samples of an alert may be added after the block
 * @param bytes roughly what it takes of the memory
 */
public record Notification(long id, OffsetDateTime date, String subject, Supplier<String> body, long bytes) {}
