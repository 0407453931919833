package io.github.ovhantispam.emulator.internal.lists;

import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The two ways in which the elements of a list can be shown.
 *
 * @param id its identifier: what a list holds unless asked otherwise
 * @param object the whole of it
 * @param field the value of one of its fields as text, for filters and sorting; empty when it is null or no such field
 */
public record ListView<T>(
        Function<T, JsonValue> id, Function<T, JsonValue> object, BiFunction<T, String, Optional<String>> field) {}
