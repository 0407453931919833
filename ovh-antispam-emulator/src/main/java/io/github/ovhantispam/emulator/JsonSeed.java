package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.json.JsonFields;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.model.IpType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** An account written down as JSON, with the names that the API itself uses. */
final class JsonSeed implements Seed {

    private final JsonFields document;

    private JsonSeed(JsonFields document) {
        this.document = document;
    }

    static JsonSeed parse(String text) {
        Object value;
        try {
            value = new JsonText().read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("the seed is not JSON: " + e.getMessage(), e);
        }
        return new JsonSeed(JsonFields.of("seed", value).only("clock", "blocks"));
    }

    static JsonSeed read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the seed file " + file, e);
        }
    }

    @Override
    public void sow(AntispamEmulator emulator) {
        Optional<OffsetDateTime> clock = document.date("clock");
        if (clock.isPresent()) {
            document.within(() -> moveTo(clock.get().toInstant(), emulator.clock()));
        }
        for (JsonFields block : document.objects("blocks")) {
            sowBlock(emulator, block);
        }
    }

    private static void moveTo(Instant start, EmulatorClock clock) {
        DateRange.moment("clock", start);
        if (clock.isVirtual()) {
            clock.moveTo(start);
        }
    }

    /** Returns true when the document says what time it is. */
    boolean setsClock() {
        return document.date("clock").isPresent();
    }

    private static void sowBlock(AntispamEmulator emulator, JsonFields fields) {
        fields.only(
                "ip",
                "type",
                "description",
                "routedTo",
                "country",
                "campus",
                "organisationId",
                "regions",
                "rir",
                "isAdditionalIp",
                "bringYourOwnIp",
                "canBeTerminated",
                "tags",
                "expired",
                "spam");
        EmulatedBlock block = fields.checked("ip", emulator::ipBlock);
        fields.text("type").map(IpType::of).ifPresent(block::type);
        fields.text("description").ifPresent(block::description);
        fields.text("routedTo").ifPresent(block::routedTo);
        fields.text("country").ifPresent(block::country);
        fields.text("campus").ifPresent(block::campus);
        fields.text("organisationId").ifPresent(block::organisationId);
        fields.text("rir").ifPresent(block::rir);
        fields.flag("isAdditionalIp").ifPresent(block::additionalIp);
        fields.flag("bringYourOwnIp").ifPresent(block::bringYourOwnIp);
        fields.flag("canBeTerminated").ifPresent(block::canBeTerminated);
        List<String> regions = fields.texts("regions");
        if (!regions.isEmpty()) {
            block.regions(regions.toArray(String[]::new));
        }
        block.tags(tags(fields));
        if (fields.flag("expired").orElse(false)) {
            block.expired();
        }
        for (JsonFields spam : fields.objects("spam")) {
            sowSpam(block, spam);
        }
    }

    private static Map<String, String> tags(JsonFields fields) {
        Map<String, String> tags = new HashMap<>();
        for (Map.Entry<?, ?> tag : fields.object("tags").entrySet()) {
            if (!(tag.getValue() instanceof String value)) {
                throw fields.wrong("tags", "not an object of texts");
            }
            tags.put(String.valueOf(tag.getKey()), value);
        }
        return tags;
    }

    private static void sowSpam(EmulatedBlock block, JsonFields fields) {
        fields.only("ipSpamming", "state", "date", "time", "stats");
        EmulatedSpamIp address = fields.checked("ipSpamming", block::spamIp);
        long seconds = fields.number("time").orElse(3600);
        if (seconds < 0) {
            throw fields.wrong("time", "negative");
        }
        Duration time = Duration.ofSeconds(seconds);
        Optional<OffsetDateTime> date = fields.date("date");
        fields.within(() -> {
            if (date.isPresent()) {
                address.blockedAt(date.get(), time);
            } else {
                address.blockedFor(time);
            }
        });
        switch (fields.text("state").orElse("blockedForSpam")) {
            case "blockedForSpam" -> {
                // It is blocked already.
            }
            case "unblocking" -> address.unblocking();
            case "unblocked" -> address.unblocked();
            default -> throw fields.wrong("state", "none of blockedForSpam, unblocking and unblocked");
        }
        for (JsonFields stats : fields.objects("stats")) {
            sowStats(address, stats);
        }
    }

    private static void sowStats(EmulatedSpamIp address, JsonFields fields) {
        fields.only("timestamp", "total", "numberOfSpams", "averageSpamscore", "detectedSpams");
        EmulatedSpamStats stats = address.stats(
                fields.epochSeconds("timestamp"),
                fields.requiredNumber("total"),
                fields.requiredNumber("numberOfSpams"));
        OptionalLong average = fields.number("averageSpamscore");
        if (average.isPresent()) {
            stats.averageSpamscore(average.getAsLong());
        }
        for (JsonFields target : fields.objects("detectedSpams")) {
            target.only("date", "destinationIp", "messageId", "spamscore");
            target.checked(
                    "destinationIp",
                    destination -> stats.detected(
                            target.epochSeconds("date"),
                            destination,
                            target.requiredText("messageId"),
                            target.requiredNumber("spamscore")));
        }
    }
}
