package io.github.ovhantispam.benchmarks.mail;

import io.github.ovhantispam.mail.MailQueue;
import io.github.ovhantispam.mail.QueueReport;
import java.nio.file.Path;

/** Reads a queue several times and prints how long each took. */
public final class QueueProgram {

    private QueueProgram() {}

    /**
     * Reads.
     *
     * @param arguments the directory of the programs, how many mails there are, and how many times to read them
     */
    public static void main(String... arguments) {
        MailQueue queue = MailQueue.postfix().programs(Path.of(arguments[0]));
        for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
            long before = System.nanoTime();
            QueueReport report = queue.inspect();
            double seconds = (System.nanoTime() - before) / 1e9;
            if (report.count() != Integer.parseInt(arguments[1])
                    || report.first().size() != 10) {
                throw new IllegalStateException(report.toString());
            }
            System.out.println(seconds);
        }
    }
}
