package io.github.ovhantispam.cli.output;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;

/** An address that has sent spam, for people and for programs. */
public final class SpamIpPrinter {

    private final Moments moments;

    /** Prints moments in one zone. */
    public SpamIpPrinter(Moments moments) {
        this.moments = moments;
    }

    /** Returns the address as a line of JSON, to which more can be added. */
    public JsonLine json(String type, IpBlock block, SpamIp spam) {
        return JsonLine.of(type)
                .put("address", spam.ipSpamming().toString())
                .put("block", block.toString())
                .put("state", spam.state().value())
                .put("date", moments.json(spam.date().toInstant()))
                .put("seconds", spam.time().toSeconds())
                .put("releasableAt", moments.json(spam.releasableAt().toInstant()));
    }

    /** Returns the cells of a row: address, state, begin, length and block. */
    public String[] cells(IpBlock block, SpamIp spam) {
        return new String[] {
            spam.ipSpamming().toString(),
            spam.state().value(),
            moments.text(spam.date().toInstant()),
            DurationText.of(spam.time()),
            block.toString()
        };
    }
}
