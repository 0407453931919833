package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * What is known of an address at one moment ({@code ip.SpamIp}).
 *
 * @param address the address
 * @param state its state
 * @param date when it was last blocked
 * @param time the whole sentence, in seconds precision
 */
public record SpamSnapshot(IpAddress address, SpamState state, OffsetDateTime date, Duration time) {}
