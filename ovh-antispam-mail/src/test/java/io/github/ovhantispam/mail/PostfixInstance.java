package io.github.ovhantispam.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A Postfix of its own on the loopback address, which keeps all mail in its queue. */
final class PostfixInstance implements AutoCloseable {

    private final Path root;
    private boolean running;

    PostfixInstance(Path parent, String name) throws IOException {
        // Postfix's own user must come through to the queue.
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        root = Files.createDirectories(parent.resolve(name));
        Files.createDirectories(configuration());
        Files.createDirectories(root.resolve("queue"));
        Files.createDirectories(root.resolve("data"));
        MailServers.run("", "chown", "postfix", root.resolve("data"));
        Files.writeString(configuration().resolve("main.cf"), """
                compatibility_level = 2
                queue_directory = ROOT/queue
                data_directory = ROOT/data
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.example.org
                mydestination =
                alias_maps =
                alias_database =
                default_transport = smtp:[127.0.0.1]:1
                relayhost =
                defer_transports = smtp
                in_flow_delay = 0
                syslog_name = test-NAME
                maillog_file = ROOT/log
                maillog_file_prefixes = ROOT
                """.replace("ROOT", root.toString())
                .replace("NAME", name));
        Files.writeString(configuration().resolve("master.cf"), """
                pickup    unix  n - n 60    1 pickup
                cleanup   unix  n - n -     0 cleanup
                qmgr      unix  n - n 300   1 qmgr
                rewrite   unix  - - n -     - trivial-rewrite
                bounce    unix  - - n -     0 bounce
                defer     unix  - - n -     0 bounce
                trace     unix  - - n -     0 bounce
                flush     unix  n - n 1000? 0 flush
                showq     unix  n - n -     - showq
                error     unix  - - n -     - error
                retry     unix  - - n -     - error
                smtp      unix  - - n -     - smtp
                postlog   unix-dgram n - n - 1 postlogd
                """);
    }

    Path configuration() {
        return root.resolve("conf");
    }

    Path queue() {
        return root.resolve("queue");
    }

    PostfixInstance start() {
        if (run("postfix", "start") != 0) {
            throw new IllegalStateException("Postfix did not start: " + root.resolve("log"));
        }
        running = true;
        return this;
    }

    void stop() {
        // Postfix waits a second before it says that there is nothing to stop.
        if (running) {
            run("postfix", "stop");
            running = false;
        }
    }

    private static int run(String input, String program, Path configuration, String... arguments) {
        Object[] words = new Object[arguments.length + 3];
        words[0] = "/usr/sbin/" + program;
        words[1] = program.equals("sendmail") ? "-C" : "-c";
        words[2] = configuration;
        System.arraycopy(arguments, 0, words, 3, arguments.length);
        return MailServers.run(input, words);
    }

    int run(String program, String... arguments) {
        return run("", program, configuration(), arguments);
    }

    int send(String sender, String text) {
        return run(text, "sendmail", configuration(), "-f", sender, "u@example.net");
    }

    @Override
    public void close() {
        stop();
    }
}
