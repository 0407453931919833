package io.github.ovhantispam.emulator.internal.fault;

import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import java.util.function.Function;

/**
 * Something that goes wrong on purpose.
 *
 * @param description in words, for the journal
 * @param effect what it does instead of responding
 */
public record FaultEffect(String description, Function<Processing, OutgoingResponse> effect) {}
