package io.github.ovhantispam.mail.internal.log;

import io.github.ovhantispam.mail.MessageId;
import io.github.ovhantispam.mail.TraceGap;
import io.github.ovhantispam.mail.TracedMail;
import java.util.List;

/**
 * The findings of a trace.
 *
 * @param mails by time
 * @param missing the Message-IDs that stand nowhere
 * @param gaps what could not be found out
 * @param notes what was assumed
 */
public record TraceFindings(List<TracedMail> mails, List<MessageId> missing, List<TraceGap> gaps, List<String> notes) {

    public TraceFindings {
        mails = List.copyOf(mails);
        missing = List.copyOf(missing);
        gaps = List.copyOf(gaps);
        notes = List.copyOf(notes);
    }
}
