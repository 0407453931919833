package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The places where distributions, panels and containers keep mail logs. */
public final class KnownLogs {

    private static final List<String> PLACES = List.of(
            "var/log/mail.log", // Debian, Ubuntu, SUSE's link, docker-mailserver
            "var/log/mail/mail.log", // docker-mailserver, where it is mounted from outside
            "var/log/maillog", // RHEL, FreeBSD, Plesk
            "var/log/mail", // SUSE
            "var/log/exim4/mainlog", // Debian's Exim
            "var/log/exim_mainlog", // cPanel
            "var/log/exim/mainlog", // RHEL's Exim
            "var/log/exim/main.log",
            "var/log/zimbra.log",
            "usr/local/psa/var/log/maillog"); // older Plesk

    private final Path root;

    /** The places below a root, which is {@code /} but for tests. */
    public KnownLogs(Path root) {
        this.root = root;
    }

    /** Returns the files that are there, with those rotated from them, each set oldest first. */
    public List<Path> existing() throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> seen = new ArrayList<>();
        for (String place : PLACES) {
            Path path = root.resolve(place);
            if (Files.isRegularFile(path) && !seen.contains(path.toRealPath())) {
                seen.add(path.toRealPath());
                found.addAll(RotatedFiles.setOf(path));
            }
        }
        for (Path path : new ContainerLogs(root).existing()) {
            found.addAll(RotatedFiles.setOf(path));
        }
        return found;
    }

    /** Returns the places, for a message. */
    public String places() {
        return String.join(", ", PLACES.stream().map(place -> "/" + place).toList());
    }
}
