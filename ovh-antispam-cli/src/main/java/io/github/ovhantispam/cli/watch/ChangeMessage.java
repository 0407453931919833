package io.github.ovhantispam.cli.watch;

import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.model.SpamIp;
import java.util.Map;

/** A change as it is delivered: as JSON, and as variables for a program. */
public final class ChangeMessage {

    private final Change change;
    private final JsonLine json;

    /** Combines a change with its JSON form. */
    public ChangeMessage(Change change, JsonLine json) {
        this.change = change;
        this.json = json;
    }

    /** Returns what tells this change from others; a change that is delivered twice has the same one both times. */
    String id() {
        return change.id();
    }

    /** Returns one line of JSON. */
    public String json() {
        return json.toString();
    }

    /** Returns the variables for a program. */
    Map<String, String> variables() {
        SpamIp now = change.finding().spamIp();
        return Map.of(
                "OVH_ANTISPAM_ID", change.id(),
                "OVH_ANTISPAM_KIND", change.kind().name(),
                "OVH_ANTISPAM_ADDRESS", now.ipSpamming().toString(),
                "OVH_ANTISPAM_BLOCK", change.finding().block().toString(),
                "OVH_ANTISPAM_STATE", now.state().value().replace('\0', '?'),
                "OVH_ANTISPAM_DATE", now.date().toString());
    }
}
