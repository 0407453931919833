package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.lists.LikePattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The {@code iamTags} filter: a JSON object that lists, for each tag, conditions which all have to hold. */
final class TagFilter {

    private TagFilter() {}

    static Predicate<BlockRecord> parse(JsonText json, String text) {
        Object parsed;
        try {
            parsed = json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw invalid();
        }
        if (!(parsed instanceof Map<?, ?> byTag)) {
            throw invalid();
        }
        Predicate<BlockRecord> all = record -> true;
        for (Map.Entry<?, ?> entry : byTag.entrySet()) {
            String tag = String.valueOf(entry.getKey());
            if (!(entry.getValue() instanceof List<?> conditions)) {
                throw invalid();
            }
            for (Object condition : conditions) {
                Predicate<Optional<String>> holds = condition(condition);
                all = all.and(record ->
                        holds.test(Optional.ofNullable(record.details().tags().get(tag))));
            }
        }
        return all;
    }

    private static Predicate<Optional<String>> condition(Object condition) {
        if (!(condition instanceof Map<?, ?> fields)) {
            throw invalid();
        }
        Object operator = fields.get("operator");
        String value = fields.get("value") instanceof String given ? given : "";
        return switch (operator == null ? "EQ" : String.valueOf(operator)) {
            case "EQ" -> actual -> actual.equals(Optional.of(value));
            case "NEQ" -> actual -> !actual.equals(Optional.of(value));
            case "EXISTS" -> Optional::isPresent;
            case "NEXISTS" -> Optional::isEmpty;
            case "LIKE" -> like(LikePattern.ofExactCase(value));
            case "ILIKE" -> like(LikePattern.of(value));
            default -> throw invalid();
        };
    }

    private static Predicate<Optional<String>> like(LikePattern pattern) {
        return actual -> actual.map(pattern::matches).orElse(false);
    }

    private static ApiException invalid() {
        return ApiException.badRequest(
                "[iamTags] Given data is not valid for type map[string]iam.resource.TagFilter[]");
    }
}
