package io.github.ovhantispam.mail.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.internal.command.OutputReader;
import io.github.ovhantispam.mail.internal.command.UnreadableOutputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Mutations of real outputs: a queue is empty only when the output is the empty form, whatever else it is. */
class QueueOutputFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("queue.mutations", 30_000);
    private static final List<String> PIECES = List.of(
            "\n",
            "\t\tTotal requests: 0\n",
            "/q is empty\n",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "0",
            "-1",
            " ",
            "null",
            "\\u0000",
            "\u0000",
            "\u001b[2J",
            "*** frozen ***",
            "<",
            ">",
            "\r",
            "Mail queue is empty\n",
            "\u00ff",
            "9999999999999");

    private static final List<String> POSTFIX = List.of(
            "",
            "{\"queue_name\": \"deferred\", \"queue_id\": \"2469920C106\", \"arrival_time\": 1795547717, \"message_size\":"
                    + " 259, \"forced_expire\": false, \"sender\": \"s3@example.org\", \"recipients\": [{\"address\":"
                    + " \"u@example.net\", \"delay_reason\": \"deferred transport\"}]}\n");
    private static final List<String> EXIM = List.of(
            "",
            " 0m   324 1xVw4C-0006Gf-0Y <s1@example.org> *** frozen ***\n          u@example.net\n\n 4d  1.2K"
                    + " 1xVw4C-0006Gl-1B <>\n        D u@example.net\n          v@example.net\n\n");
    private static final List<String> SENDMAIL = List.of(
            "/tmp/q is empty\n\t\tTotal requests: 0\n",
            "/q1 is empty\n/q2 is empty\n\t\tTotal requests: 0\n",
            "You are not permitted to see the queue\n\t\tTotal requests: 0\n",
            "\t\t/q (1 request)\n-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------\n"
                    + "6AOJbXDg029679        2 Tue Nov 24 19:37 s1@example.org\n     QUARANTINE: spam\n\t\t\t\t\t"
                    + " u@example.net\n\t\tTotal requests: 1\n");

    @Test
    void read_mutationsOfPostqueue_neverEmptyUnlessWithoutAByte() {
        fuzz(POSTFIX, reading -> new PostqueueJson("", reading)::read, String::isEmpty);
    }

    @Test
    void read_mutationsOfExim_neverEmptyUnlessWithoutAByte() {
        fuzz(EXIM, reading -> new EximListing("", reading)::read, String::isEmpty);
    }

    @Test
    void read_mutationsOfSendmail_neverEmptyUnlessEachDirectorySaysSo() {
        fuzz(
                SENDMAIL,
                reading -> new SendmailListing(false, reading)::read,
                text -> text.matches("(/\\S[^\n]* is empty\n)+\t\tTotal requests: 0{1,9}\n"));
    }

    private static void fuzz(
            List<String> seeds, Function<QueueReading, OutputReader> parser, Predicate<String> isEmptyForm) {
        SplittableRandom random = new SplittableRandom(20261124);
        int empty = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutation(seeds, random);
            boolean isEmpty = read(bytes, parser);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (isEmpty && !isEmptyForm.test(text)) {
                assertThat(text).as("mutation %d, which was read as empty", i).isNull();
            }
            empty += isEmpty ? 1 : 0;
        }
        // Mutations that changed nothing of the empty form are among them.
        assertThat(empty).isPositive();
    }

    private static boolean read(byte[] bytes, Function<QueueReading, OutputReader> parser) {
        QueueReading reading = new QueueReading("fuzz");
        try {
            parser.apply(reading).read(new ByteArrayInputStream(bytes));
        } catch (UnreadableOutputException e) {
            assertThat(e.getMessage()).doesNotContain("\n", "\u001b").hasSizeLessThan(500);
            reading.problem(e.getMessage());
        } catch (java.io.IOException e) {
            throw new AssertionError(new String(bytes, StandardCharsets.UTF_8), e);
        }
        QueueReport report = reading.report(PostfixCleanUp::commands);
        if (!report.toString().chars().allMatch(c -> c >= ' ' && c != 0x7f)) {
            throw new AssertionError(report.toString());
        }
        return report.isEmpty();
    }

    private static byte[] mutation(List<String> seeds, SplittableRandom random) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(random.nextInt(8) == 0 ? 200 : 4));
            byte[] middle = random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8)
                    : new byte[] {(byte) random.nextInt(256)};
            bytes = joined(
                    Arrays.copyOf(bytes, from),
                    random.nextInt(3) == 0 ? new byte[0] : middle,
                    Arrays.copyOfRange(bytes, to, bytes.length));
        }
        return bytes;
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end) {
        byte[] all = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, all, start.length, middle.length);
        System.arraycopy(end, 0, all, start.length + middle.length, end.length);
        return all;
    }
}
