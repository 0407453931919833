package io.github.ovhantispam.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Postfix with a configuration and a queue of its own that was started once, so that its queue is there to read. */
record IdlePostfix(Path root) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    static IdlePostfix startedAndStopped() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "Postfix is not installed");
        assumeTrue(System.getProperty("user.name", "").equals("root"), "only root can start Postfix");
        Path root = Files.createTempDirectory("idle-postfix");
        // Postfix's own user must come through to the queue.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        IdlePostfix postfix = new IdlePostfix(root);
        for (String name : List.of("conf", "queue", "data")) {
            Files.createDirectory(root.resolve(name));
        }
        run("chown", "postfix", root.resolve("data").toString());
        Files.writeString(postfix.configuration().resolve("main.cf"), """
                compatibility_level = 2
                queue_directory = ROOT/queue
                data_directory = ROOT/data
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.example.org
                mydestination =
                alias_maps =
                alias_database =
                maillog_file = ROOT/log
                maillog_file_prefixes = ROOT
                """.replace("ROOT", root.toString()));
        Files.writeString(postfix.configuration().resolve("master.cf"), """
                pickup    unix  n - n 60    1 pickup
                cleanup   unix  n - n -     0 cleanup
                qmgr      unix  n - n 300   1 qmgr
                showq     unix  n - n -     - showq
                postlog   unix-dgram n - n - 1 postlogd
                """);
        postfix.command("start");
        postfix.command("stop");
        return postfix;
    }

    Path configuration() {
        return root.resolve("conf");
    }

    private void command(String word) throws IOException, InterruptedException {
        int status = run(PROGRAM.toString(), "-c", configuration().toString(), word);
        if (status != 0) {
            throw new IllegalStateException("postfix " + word + " ended with " + status + ", see " + root);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
