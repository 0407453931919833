package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.AlertLanguage;
import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** The mail by which the vendor announces a block: in the words of its guide, with samples of what was sent. */
final class AlertMail {

    private static final int MOST_SAMPLES = 6;

    private final AlertLanguage language;

    AlertMail(AlertLanguage language) {
        this.language = language;
    }

    void announce(SpamRecord record, OffsetDateTime date, Notifications notifications) {
        notifications.add(date, subject(record.address()), () -> body(record, date.toInstant()));
    }

    private String subject(IpAddress address) {
        return switch (language) {
            case ENGLISH -> "[OVHcloud] Spam sent from your IP " + address;
            case FRENCH -> "[OVHcloud] Envoi de spam depuis votre IP " + address;
        };
    }

    private String body(SpamRecord record, Instant blocked) {
        String samples = samples(record, blocked).stream().map(this::line).collect(Collectors.joining());
        return switch (language) {
            case ENGLISH ->
                "Dear Customer,\n\nOur anti-spam protection layer has detected that your IP " + record.address()
                        + " is sending spam.\nWe have therefore blocked the port 25 of your server, at the network level.\n\n"
                        + "To help you, here is a sample of some advanced details on your emails:\n\n" + samples;
            case FRENCH ->
                "Bonjour,\n\nNotre protection Antispam a d\u00e9tect\u00e9 un envoi important de spam \u00e0 partir d'une de"
                        + " vos IP:\n" + record.address()
                        + "\nNous avons donc bloqu\u00e9 les envois de votre serveur vers"
                        + " le port 25.\n\nVoici un \u00e9chantillon des mails en question :\n\n" + samples;
        };
    }

    /** The mails of the first statistics since the block began. */
    private static List<StatsRecord.Target> samples(SpamRecord record, Instant blocked) {
        return record.stats(blocked, Instant.MAX).stream()
                .findFirst()
                .map(entry -> entry.targets().stream().limit(MOST_SAMPLES).toList())
                .orElse(List.of());
    }

    private String line(StatsRecord.Target target) {
        String colon = language == AlertLanguage.FRENCH ? " : " : ": ";
        return "Destination IP" + colon + target.destination() + " - Message-ID" + colon + target.messageId()
                + " - Spam score: " + target.spamscore() + "\n";
    }
}
