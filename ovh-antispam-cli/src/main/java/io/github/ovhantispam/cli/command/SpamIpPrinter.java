package io.github.ovhantispam.cli.command;

import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Moments;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;

/** An address that has sent spam, for people and for programs. */
final class SpamIpPrinter {

    private final Moments moments;

    SpamIpPrinter(Moments moments) {
        this.moments = moments;
    }

    JsonLine json(String type, IpBlock block, SpamIp spam) {
        return JsonLine.of(type)
                .put("address", spam.ipSpamming().toString())
                .put("block", block.toString())
                .put("state", spam.state().value())
                .put("date", moments.json(spam.date().toInstant()))
                .put("seconds", spam.time().toSeconds())
                .put("releasableAt", moments.json(spam.releasableAt().toInstant()));
    }

    String[] cells(IpBlock block, SpamIp spam) {
        return new String[] {
            spam.ipSpamming().toString(),
            spam.state().value(),
            moments.text(spam.date().toInstant()),
            DurationText.of(spam.time()),
            block.toString()
        };
    }
}
