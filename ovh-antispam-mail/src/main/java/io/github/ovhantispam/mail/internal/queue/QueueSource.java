package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueuedMail;
import java.util.Optional;

/** The queue of a mail server. */
public interface QueueSource {

    /**
     * Reads the queue.
     *
     * @return its contents, or why they are unknown
     */
    QueueReport read();

    /**
     * Reads the script that PHP named in the header of a queued mail.
     *
     * @param mail a mail that was listed by this queue
     * @return the value of X-PHP-Originating-Script or X-PHP-Script, hostile
     * @throws MailCommandException when the header cannot be read
     */
    Optional<String> phpScript(QueuedMail mail);
}
