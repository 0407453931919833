package io.github.ovhantispam.mail.internal.mime;

import io.github.ovhantispam.mail.MalformedMailException;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * A reader of hostile mails: a stream of parts, within limits, without recursion and without temporary files.
 *
 * <p>Everything is a mail to the MIME library, so ask {@link MailShape} first where that matters.
 */
public final class MimeReader {

    /** RFC 2046, section 5.1.1. The search for a boundary takes its length times that of the mail. */
    private static final int LONGEST_BOUNDARY = 70;

    private final MimeLimits limits;

    /**
     * Creates a reader.
     *
     * @param limits for each mail
     */
    public MimeReader(MimeLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a mail.
     *
     * @param mail its bytes, not closed
     * @param visitor the receiver of its parts
     * @throws MalformedMailException when the mail is beyond a limit or cannot be read
     * @throws UncheckedIOException when the source fails
     */
    public void read(InputStream mail, MimeVisitor visitor) {
        MimeTokenStream tokens = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(limits.headerBytes())
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxHeaderCount(limits.headers())
                .build());
        try {
            tokens.parse(new LimitedSource(mail, limits.bytes()));
            new Run(tokens, visitor).toTheEnd();
        } catch (IOException | MimeException e) {
            throw new MalformedMailException("the mail cannot be read: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage();
        return message == null ? first.getClass().getSimpleName() : PrintableText.of(message);
    }

    /** One mail on its way. */
    private final class Run {

        private final MimeTokenStream tokens;
        private final MimeVisitor visitor;
        private final Deque<List<MimeHeader>> open = new ArrayDeque<>();
        private List<MimeHeader> headers = new ArrayList<>();
        private int parts;

        private Run(MimeTokenStream tokens, MimeVisitor visitor) {
            this.tokens = tokens;
            this.visitor = visitor;
        }

        private void toTheEnd() throws IOException, MimeException {
            EntityState state = tokens.getState();
            while (state != EntityState.T_END_OF_STREAM) {
                accept(state);
                state = tokens.next();
            }
        }

        private void accept(EntityState state) throws IOException {
            switch (state) {
                case T_START_MESSAGE, T_START_BODYPART -> start(state);
                case T_FIELD -> headers.add(header(tokens.getField()));
                case T_END_HEADER -> open.addFirst(headers);
                case T_START_MULTIPART -> {
                    checkBoundary();
                    visitor.container(part());
                }
                case T_BODY -> visitor.leaf(part(), tokens.getDecodedInputStream());
                case T_END_MESSAGE, T_END_BODYPART -> open.removeFirst();
                default -> {} // preambles, epilogues and the ends of multiparts hold nothing for a reader
            }
        }

        private void start(EntityState state) {
            if (state == EntityState.T_START_MESSAGE && !open.isEmpty()) {
                visitor.container(new MimePart(open.size() - 1, "message/rfc822", null, open.getFirst()));
            }
            headers = new ArrayList<>();
            if (open.size() > limits.nesting()) {
                throw tooMuch("more than " + limits.nesting() + " parts inside one another");
            }
            if (++parts > limits.parts()) {
                throw tooMuch("more than " + limits.parts() + " parts");
            }
        }

        private void checkBoundary() {
            String boundary = tokens.getBodyDescriptor().getBoundary();
            if (boundary != null && boundary.length() > LONGEST_BOUNDARY) {
                throw tooMuch("a boundary of more than " + LONGEST_BOUNDARY + " characters");
            }
        }

        private MimePart part() {
            BodyDescriptor body = tokens.getBodyDescriptor();
            return new MimePart(open.size() - 1, body.getMimeType(), body.getCharset(), open.getFirst());
        }

        private static MimeHeader header(Field field) {
            String value = field.getBody();
            return new MimeHeader(field.getName(), value == null ? "" : value);
        }

        private static MalformedMailException tooMuch(String excess) {
            return new MalformedMailException("the mail cannot be read: it has " + excess, null);
        }
    }
}
