package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds answers against the vendor's field tables, as {@code vendor-schema.txt} has them. */
final class VendorSchema {

    private final Map<String, String> types = new HashMap<>();
    private final JsonText json = new JsonText();

    VendorSchema() {
        try (InputStream file = VendorSchema.class.getResourceAsStream("/vendor-schema.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] pair = line.split("\\s+", 2);
                    types.put(pair[0], pair[1].trim());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is wrong with a body, in words. */
    List<String> violations(String body, String type) {
        List<String> violations = new ArrayList<>();
        try {
            check("$", json.read(body.getBytes(StandardCharsets.UTF_8)), type, violations);
        } catch (IOException e) {
            violations.add("no JSON: " + body);
        }
        return violations;
    }

    private void check(String place, Object value, String type, List<String> violations) {
        if (type.endsWith("?")) {
            if (value != null) {
                check(place, value, type.substring(0, type.length() - 1), violations);
            }
        } else if (type.startsWith("[")) {
            checkList(place, value, type.substring(1, type.length() - 1), violations);
        } else if (type.startsWith("{")) {
            if (!(value instanceof Map<?, ?> map) || !map.values().stream().allMatch(String.class::isInstance)) {
                violations.add(place + ": no object of texts: " + value);
            }
        } else if (!types.containsKey(type)) {
            checkScalar(place, value, type, violations);
        } else if (types.get(type).startsWith("|")) {
            if (!(value instanceof String text)
                    || !List.of(types.get(type).split("\\|", -1)).contains(text)) {
                violations.add(place + ": not of " + type + ": " + value);
            }
        } else {
            checkObject(place, value, type, violations);
        }
    }

    private void checkList(String place, Object value, String type, List<String> violations) {
        if (!(value instanceof List<?> list)) {
            violations.add(place + ": no list: " + value);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            check(place + "[" + i + "]", list.get(i), type, violations);
        }
    }

    private void checkObject(String place, Object value, String type, List<String> violations) {
        if (!(value instanceof Map<?, ?> object)) {
            violations.add(place + ": no " + type + ": " + value);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : types.get(type).split(" +", -1)) {
            fields.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 1));
        }
        if (!object.keySet().equals(fields.keySet())) {
            violations.add(place + ": the fields of " + type + " are " + fields.keySet() + ", not " + object.keySet());
        }
        fields.forEach((name, fieldType) -> check(place + "." + name, object.get(name), fieldType, violations));
    }

    private static void checkScalar(String place, Object value, String type, List<String> violations) {
        boolean right = switch (type) {
            case "long" -> value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "country" -> value instanceof String text && text.matches("[a-z]{2}");
            case "datetime" ->
                value instanceof String text
                        && text.matches("[0-9-]{10}T[0-9:]{8}[+-][0-9]{2}:[0-9]{2}")
                        && OffsetDateTime.parse(text) != null;
            case "ip" -> value instanceof String text && IpAddress.of(text) != null;
            case "ipv4" -> value instanceof String text && IpAddress.of(text).isIpv4();
            case "ipBlock" -> value instanceof String text && IpBlock.of(text) != null;
            case "uuid" -> value instanceof String text && UUID.fromString(text) != null;
            default -> throw new IllegalArgumentException("vendor-schema.txt has no type " + type);
        };
        if (!right) {
            violations.add(place + ": no " + type + ": " + value);
        }
    }
}
