package com.example;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.event.EventListener;

@SpringBootApplication
public class MailGuard {

    private final AntispamClient antispam;
    private final List<String> notices = new CopyOnWriteArrayList<>();

    public MailGuard(AntispamClient antispam) {
        this.antispam = antispam;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(MailGuard.class, arguments);
    }

    @EventListener
    void on(WatchNotice.Change change) {
        notices.add(change.toString());
    }

    List<String> notices() {
        return notices;
    }

    List<IpAddress> blocked() {
        return antispam.sweep().run().findings().stream()
                .map(finding -> finding.spamIp().ipSpamming())
                .toList();
    }
}
