package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The journal's export format: {@code NAME=value} in a line, or {@code NAME}, the length in eight bytes and the value;
 * an empty line ends a record.
 */
final class ExportRecords implements LogRecords.Reader {

    private static final int LONGEST = 64 * 1024;

    private final RecordBytes bytes;

    ExportRecords(InputStream in) {
        bytes = new RecordBytes(in);
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        LogRecord record = new LogRecord();
        boolean any = false;
        for (byte[] field = bytes.line(LONGEST); field != null; field = bytes.line(LONGEST)) {
            if (field.length == 0 && any) {
                return record.line();
            }
            any |= field.length > 0;
            String text = new String(field, StandardCharsets.ISO_8859_1);
            int equals = text.indexOf('=');
            if (equals >= 0) {
                put(record, text.substring(0, equals), text.substring(equals + 1));
            } else if (!text.isEmpty()) {
                put(record, text, binary());
            }
        }
        return any ? record.line() : null;
    }

    private static void put(LogRecord record, String name, String value) {
        if (LogRecord.isWanted(name)) {
            record.put(name, value);
        }
    }

    private String binary() throws IOException {
        byte[] length = bytes.exactly(Long.BYTES, Long.BYTES);
        if (length.length < Long.BYTES) {
            return "";
        }
        long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String value = new String(bytes.exactly(Math.max(0, size), LONGEST), StandardCharsets.ISO_8859_1);
        bytes.exactly(1, 1); // the line end behind it
        return value;
    }
}
