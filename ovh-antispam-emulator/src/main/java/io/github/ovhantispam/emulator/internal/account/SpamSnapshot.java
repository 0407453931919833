package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * The record of an address at one moment ({@code ip.SpamIp}).
 *
 * @param date when it was last blocked
 * @param time the whole block duration, in seconds precision
 */
public record SpamSnapshot(IpAddress address, SpamState state, OffsetDateTime date, Duration time) {}
