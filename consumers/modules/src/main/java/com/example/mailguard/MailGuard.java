package com.example.mailguard;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.model.IpAddress;
import java.util.List;

public record MailGuard(AntispamClient antispam) {

    public List<IpAddress> blocked() {
        return antispam.sweep().run().findings().stream()
                .map(finding -> finding.spamIp().ipSpamming())
                .toList();
    }
}
