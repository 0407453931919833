package io.github.ovhantispam.cli.command.mail;

import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueueSender;
import io.github.ovhantispam.mail.QueuedMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queue of a Postfix that never was: two mails of a script that were about to leave. */
final class InventedQueue {

    private static final String SENDER = "www-data@example.org";
    private static final Instant ARRIVED = Instant.parse("2022-08-29T16:42:40Z");

    private InventedQueue() {}

    static QueueReport report() {
        return new QueueReport.Known(
                "Postfix",
                2,
                0,
                List.of(mail("4F1A000004"), mail("4F1A000005")),
                List.of(new QueueSender(SENDER, 2)),
                true,
                List.of("this queue is invented"),
                List.of());
    }

    private static QueuedMail mail(String id) {
        return new QueuedMail(
                id,
                "deferred",
                "",
                SENDER,
                List.of("customer@example.net"),
                1,
                Optional.of(ARRIVED),
                Optional.of("connection refused"),
                false);
    }
}
