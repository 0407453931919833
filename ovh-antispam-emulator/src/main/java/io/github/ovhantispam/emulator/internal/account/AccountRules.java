package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.Transition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * How blocks behave unless an address says otherwise.
 *
 * @param clock what time it is
 * @param transition when an accepted release takes effect
 * @param repeatOffenceDuration the sentence of a repeated offence, from the one before
 */
public record AccountRules(InstantSource clock, Transition transition, UnaryOperator<Duration> repeatOffenceDuration) {}
