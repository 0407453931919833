package io.github.ovhantispam.mail.internal.command;

import io.github.ovhantispam.model.internal.PrintableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The standard error of a program: its start is kept, all of it is read, so that the program never waits for us. */
final class ErrorOutput {

    private static final int KEPT = 64 * 1024;

    private final InputStream pipe;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CountDownLatch end = new CountDownLatch(1);

    ErrorOutput(InputStream pipe) {
        this.pipe = pipe;
        Thread reader = new Thread(this::drain, "mail-command-errors");
        reader.setDaemon(true);
        reader.start();
    }

    private void drain() {
        byte[] buffer = new byte[8192];
        try {
            for (int length = pipe.read(buffer); length >= 0; length = pipe.read(buffer)) {
                synchronized (kept) {
                    kept.write(buffer, 0, Math.min(length, KEPT - kept.size()));
                }
            }
            end.countDown();
        } catch (IOException e) {
            // Without its end, the command has not ended in time.
        }
    }

    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return end.await(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    List<String> lines() {
        String text;
        synchronized (kept) {
            text = kept.toString(StandardCharsets.UTF_8);
        }
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .map(PrintableText::of)
                .toList();
    }
}
