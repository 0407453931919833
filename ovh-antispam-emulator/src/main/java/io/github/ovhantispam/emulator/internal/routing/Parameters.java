package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.text.Excerpt;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The query of a call, each value checked against the type the schema gives it. */
public final class Parameters {

    private final Map<String, String> values;
    private final boolean lenient;

    private Parameters(Map<String, String> values, boolean lenient) {
        this.values = values;
        this.lenient = lenient;
    }

    /** Reads a query, and refuses what the route does not know or what comes twice, unless lenient. */
    public static Parameters of(List<Target.Parameter> query, Set<String> known, boolean lenient) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Target.Parameter parameter : query) {
            if (!known.contains(parameter.name())) {
                require(lenient, "[" + Excerpt.of(parameter.name()) + "] This parameter does not exist");
            } else if (values.put(parameter.name(), parameter.value()) != null) {
                require(lenient, "[" + parameter.name() + "] This parameter was given more than once");
            }
        }
        return new Parameters(values, lenient);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw ApiException.badRequest(message);
        }
    }

    static ApiException unknown(String name) {
        return ApiException.badRequest("[" + Excerpt.of(name) + "] This parameter does not exist");
    }

    public static ApiException invalid(String name, String value, String type) {
        return ApiException.badRequest(
                "[" + name + "] Given data (" + Excerpt.of(value) + ") is not valid for type " + type);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<SpamState> state(String name) {
        return text(name).map(value -> {
            SpamState state = SpamState.of(value);
            if (!state.isKnown() && !lenient) {
                throw invalid(name, value, "ip.SpamStateEnum");
            }
            return state;
        });
    }

    public Optional<IpType> type(String name) {
        return text(name).map(value -> {
            IpType type = IpType.of(value);
            if (!type.isKnown() && !lenient) {
                throw invalid(name, value, "ip.IpTypeEnum");
            }
            return type;
        });
    }

    public Optional<Integer> version(String name) {
        return text(name).flatMap(value -> switch (value) {
            case "4" -> Optional.of(4);
            case "6" -> Optional.of(6);
            default -> ignored(name, value, "ip.IpVersionEnum");
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).flatMap(value -> switch (value) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> ignored(name, value, "boolean");
        });
    }

    public Optional<IpBlock> block(String name) {
        return text(name).flatMap(value -> {
            try {
                return Optional.of(IpBlock.of(value));
            } catch (IllegalArgumentException e) {
                return ignored(name, value, "ipBlock");
            }
        });
    }

    /** Returns a moment that must be given; when lenient, the other one will do. */
    public Instant moment(String name, Instant otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            require(lenient, "[" + name + "] Missing required parameter");
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text.get()).toInstant();
        } catch (DateTimeParseException e) {
            Optional<Instant> none = ignored(name, text.get(), "datetime");
            return none.orElse(otherwise);
        }
    }

    private <T> Optional<T> ignored(String name, String value, String type) {
        if (!lenient) {
            throw invalid(name, value, type);
        }
        return Optional.empty();
    }

    public static IpBlock pathBlock(Call call, String name) {
        try {
            return IpBlock.of(call.pathPart(name));
        } catch (IllegalArgumentException e) {
            throw invalid(name, call.pathPart(name), "ipBlock");
        }
    }

    public static IpAddress pathIpv4(Call call, String name) {
        try {
            IpAddress address = IpAddress.of(call.pathPart(name));
            if (address.isIpv4()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(name, call.pathPart(name), "ipv4");
        }
        throw invalid(name, call.pathPart(name), "ipv4");
    }
}
