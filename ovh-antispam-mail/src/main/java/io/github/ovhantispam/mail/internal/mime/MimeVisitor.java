package io.github.ovhantispam.mail.internal.mime;

import java.io.IOException;
import java.io.InputStream;

/** The receiver of a mail's parts, depth first, in the order of the mail. */
public interface MimeVisitor {

    /**
     * Receives a part that holds others: a multipart, or a part that is a mail itself.
     *
     * @param part the part; the mail inside such a part follows as a part of its own
     */
    void container(MimePart part);

    /**
     * Receives a part that holds none.
     *
     * @param part the part
     * @param content its content without transfer encoding, valid during the call; it need not be read
     * @throws IOException from {@code content}
     */
    void leaf(MimePart part, InputStream content) throws IOException;
}
