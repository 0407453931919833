package io.github.ovhantispam.mail.internal.log;

import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.internal.log.trace.DeliveryTargets.Target;
import java.util.List;

/**
 * The mails to be found.
 *
 * @param ids each once
 * @param targets mails of which only time and destination are known
 */
public record TraceRequest(List<MessageId> ids, List<Target> targets) {

    public TraceRequest {
        ids = List.copyOf(ids);
        targets = List.copyOf(targets);
    }
}
