package io.github.ovhantispam.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real mail servers that .ci/install-mail-servers has installed. */
final class MailServers {

    private static final Path UNPACKED = Path.of(System.getProperty("mail.servers", "../target/mta"))
            .toAbsolutePath()
            .normalize();

    private MailServers() {}

    static void requireRoot() {
        assumeTrue(isRoot(), "needs root, to start a mail server");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static void requirePostfix() {
        requireRoot();
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/postqueue")), "Postfix is not installed in /usr/sbin");
    }

    /** The directory of Exim. */
    static Path exim() {
        requireRoot();
        Path directory = UNPACKED.resolve("exim/usr/sbin");
        assumeTrue(Files.isExecutable(directory.resolve("exim4")), "there is no Exim in " + directory);
        return directory;
    }

    /** Sendmail's program. */
    static Path sendmail() {
        requireRoot();
        Path program = UNPACKED.resolve("sendmail/usr/libexec/sendmail/sendmail");
        assumeTrue(Files.isExecutable(program), "there is no Sendmail at " + program);
        return program;
    }

    /** Runs a command to its end and returns its exit code. */
    static int run(String input, Object... words) {
        List<String> command = new ArrayList<>();
        for (Object word : words) {
            command.add(String.valueOf(word));
        }
        try {
            Path in = Files.createTempFile("input", "");
            Path out = Files.createTempFile("output", "");
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end");
            }
            Files.delete(in);
            Files.delete(out);
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
