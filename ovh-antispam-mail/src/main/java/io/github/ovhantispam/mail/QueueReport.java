package io.github.ovhantispam.mail;

import io.github.ovhantispam.model.internal.PrintableText;
import java.util.List;
import java.util.Objects;

/**
 * The contents of a mail queue at one moment: known, or unknown and why.
 *
 * <p>An unknown queue has a count as well, of the mail that was seen before or beside the failure; it says nothing
 * about the rest.
 */
public sealed interface QueueReport {

    /**
     * Returns the queue that was read.
     *
     * @return the mail server and, where there are several, the instance
     */
    String queue();

    /**
     * Returns the number of mails, held ones included.
     *
     * @return the number, a lower bound for an unknown queue
     */
    long count();

    /**
     * Returns the number of held mails; see {@link QueuedMail#held}.
     *
     * @return the number, a lower bound for an unknown queue
     */
    long held();

    /**
     * Returns the first mails, in the order of the mail server, which may be none.
     *
     * @return at most ten
     */
    List<QueuedMail> first();

    /**
     * Returns the senders of most mail: stuck spam names the culprit.
     *
     * @return at most ten, most mail first
     */
    List<QueueSender> topSenders();

    /**
     * Returns whether the numbers of the top senders are exact.
     *
     * @return false when there were so many senders that the numbers are lower bounds
     */
    boolean sendersAreExact();

    /**
     * Returns remarks on how the queue was read.
     *
     * @return printable lines, often none
     */
    List<String> notes();

    /**
     * Returns commands that delete the mail. Nothing here runs them: read them first, and keep what is evidence.
     *
     * @return lines for a POSIX shell, quoted, printable; comments begin with {@code #}
     */
    List<String> cleanUpCommands();

    /**
     * Returns whether the queue is certainly empty.
     *
     * @return false when there is mail, held mail included, and when the queue is unknown
     */
    boolean isEmpty();

    /**
     * A queue that was read in full.
     *
     * @param queue see {@link QueueReport#queue}
     * @param count see {@link QueueReport#count}
     * @param held see {@link QueueReport#held}
     * @param first see {@link QueueReport#first}
     * @param topSenders see {@link QueueReport#topSenders}
     * @param sendersAreExact see {@link QueueReport#sendersAreExact}
     * @param notes see {@link QueueReport#notes}
     * @param cleanUpCommands see {@link QueueReport#cleanUpCommands}
     */
    record Known(
            String queue,
            long count,
            long held,
            List<QueuedMail> first,
            List<QueueSender> topSenders,
            boolean sendersAreExact,
            List<String> notes,
            List<String> cleanUpCommands)
            implements QueueReport {

        /**
         * Copies the lists.
         *
         * @param queue see the component
         * @param count see the component
         * @param held see the component
         * @param first see the component
         * @param topSenders see the component
         * @param sendersAreExact see the component
         * @param notes see the component
         * @param cleanUpCommands see the component
         */
        public Known {
            Objects.requireNonNull(queue, "queue");
            first = List.copyOf(first);
            topSenders = List.copyOf(topSenders);
            notes = List.copyOf(notes);
            cleanUpCommands = List.copyOf(cleanUpCommands);
        }

        @Override
        public boolean isEmpty() {
            return count == 0;
        }

        /** Returns one printable line. */
        @Override
        public String toString() {
            if (count == 0) {
                return queue + ": the queue is empty";
            }
            String line = queue + ": " + count + (count == 1 ? " mail is" : " mails are") + " in the queue";
            if (held > 0) {
                line += ", " + held + " of them held";
            }
            return topSenders.isEmpty() ? line : line + "; most " + topSenders.get(0);
        }
    }

    /**
     * A queue that could not be read, or not in full.
     *
     * @param reason one printable line: the command, its exit code, the first line of its standard error, and what to
     *     do
     * @param seen the mail that was seen nevertheless
     */
    record Unknown(String reason, Known seen) implements QueueReport {

        /**
         * Creates the report.
         *
         * @param reason see the component
         * @param seen see the component
         */
        public Unknown {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(seen, "seen");
        }

        @Override
        public String queue() {
            return seen.queue();
        }

        @Override
        public long count() {
            return seen.count();
        }

        @Override
        public long held() {
            return seen.held();
        }

        @Override
        public List<QueuedMail> first() {
            return seen.first();
        }

        @Override
        public List<QueueSender> topSenders() {
            return seen.topSenders();
        }

        @Override
        public boolean sendersAreExact() {
            return seen.sendersAreExact();
        }

        @Override
        public List<String> notes() {
            return seen.notes();
        }

        @Override
        public List<String> cleanUpCommands() {
            return seen.cleanUpCommands();
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        /** Returns one printable line. */
        @Override
        public String toString() {
            String line = queue() + ": cannot tell what is in the queue";
            if (count() > 0) {
                line += ", but at least " + count() + (count() == 1 ? " mail" : " mails");
            }
            return line + ": " + PrintableText.of(reason);
        }
    }
}
