package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.AlertLanguage;
import io.github.ovhantispam.emulator.Transition;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The behaviour of blocks, unless an address has its own.
 *
 * @param repeatOffenceDuration the block duration of a repeated offence, from the previous one
 * @param alerts the language in which blocks are announced; empty when they are not
 * @param notifications the history that they are announced in
 */
public record AccountRules(
        InstantSource clock,
        Transition transition,
        UnaryOperator<Duration> repeatOffenceDuration,
        Optional<AlertLanguage> alerts,
        Notifications notifications) {

    void announce(SpamRecord record, OffsetDateTime date) {
        alerts.ifPresent(language -> new AlertMail(language).announce(record, date, notifications));
    }
}
