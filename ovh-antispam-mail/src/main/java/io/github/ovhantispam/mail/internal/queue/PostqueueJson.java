package io.github.ovhantispam.mail.internal.queue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.UnreadableOutputException;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The output of {@code postqueue -j}: an object for each mail, and not a single byte for an empty queue. */
final class PostqueueJson {

    private static final int RECIPIENTS = 5;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(64 * 1024)
                    .maxNameLength(256)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final String instance;
    private final QueueReading reading;

    PostqueueJson(String instance, QueueReading reading) {
        this.instance = instance;
        this.reading = reading;
    }

    void read(InputStream output) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(output);
        int first = bytes.read();
        if (first < 0) {
            return;
        }
        bytes.unread(first);
        long before = reading.count();
        // Postfix copies bytes that are not ASCII as they came by mail: what is no UTF-8 must not hide the rest.
        try (JsonParser json = FACTORY.createParser(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            while (json.nextToken() != null) {
                readMail(json);
            }
        } catch (StreamReadException | StreamConstraintsException e) {
            throw new UnreadableOutputException(
                    "wrote what was not understood: " + PrintableText.of(e.getOriginalMessage()));
        }
        if (reading.count() == before) {
            throw new UnreadableOutputException("wrote white space only");
        }
    }

    private void readMail(JsonParser json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        String id = null;
        String queue = null;
        String sender = null;
        Instant arrival = null;
        Recipients recipients = new Recipients();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "queue_id" -> id = text(json);
                case "queue_name" -> queue = text(json);
                case "sender" -> sender = text(json);
                case "arrival_time" -> arrival = time(json);
                case "recipients" -> readRecipients(json, recipients);
                default -> json.skipChildren();
            }
        }
        if (id == null || queue == null || sender == null || !QueueIds.isPostfix(id)) {
            throw new UnreadableOutputException("wrote an entry without a queue id, queue name or sender: "
                    + PrintableText.of(id + " " + queue + " " + sender));
        }
        boolean held = queue.equals("hold");
        if (!reading.isListing()) {
            reading.add(sender, held);
            return;
        }
        reading.add(new QueuedMail(
                id,
                queue,
                instance,
                sender,
                recipients.first,
                recipients.count,
                Optional.ofNullable(arrival),
                Optional.ofNullable(recipients.reason),
                held));
    }

    /** Of mails that are only counted, recipients are most of the text. */
    private void readRecipients(JsonParser json, Recipients recipients) throws IOException {
        if (reading.isListing()) {
            recipients.read(json);
        } else {
            expect(json, JsonToken.START_ARRAY);
            json.skipChildren();
        }
    }

    private static @Nullable Instant time(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_NUMBER_INT);
        try {
            return Instant.ofEpochSecond(json.getLongValue());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(JsonParser json) throws IOException {
        expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new UnreadableOutputException(
                    "wrote what was not understood: " + json.currentToken() + " in place of " + token);
        }
    }

    /** The recipients of a mail: the first of them, and how many there are. */
    private static final class Recipients {

        private final List<String> first = new ArrayList<>();
        private @Nullable String reason;
        private int count;

        void read(JsonParser json) throws IOException {
            expect(json, JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(json, JsonToken.START_OBJECT);
                recipient(json);
            }
        }

        private void recipient(JsonParser json) throws IOException {
            count++;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("address") && first.size() < RECIPIENTS) {
                    first.add(text(json));
                } else if (name.equals("delay_reason") && reason == null) {
                    reason = text(json);
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
