package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.Transition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * The behaviour of blocks, unless an address has its own.
 *
 * @param clock what time it is
 * @param transition when an accepted release takes effect
 * @param repeatOffenceDuration the block duration of a repeated offence, from the previous one
 */
public record AccountRules(InstantSource clock, Transition transition, UnaryOperator<Duration> repeatOffenceDuration) {}
