package io.github.ovhantispam.cli.terminal;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal of this process. */
public final class SystemTerminal implements Terminal {

    private static final int USUAL = 80;

    private final Map<String, String> environment;

    /** Looks for the width in the environment first. */
    public SystemTerminal(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean showsOutput() {
        return isTerminal(1);
    }

    @Override
    public boolean showsErrors() {
        return isTerminal(2);
    }

    @Override
    public int outputWidth() {
        return width(showsOutput(), Integer.MAX_VALUE);
    }

    @Override
    public int errorWidth() {
        return width(showsErrors(), USUAL);
    }

    private int width(boolean terminal, int otherwise) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9][0-9]{0,4}")) {
            return Integer.parseInt(columns);
        }
        if (!terminal) {
            return otherwise;
        }
        int found = columnsOfTerminal();
        return found > 0 ? found : USUAL;
    }

    @Override
    public Optional<String> ask(String question) {
        return person().map(console -> console.readLine("%s", question));
    }

    @Override
    public Optional<String> askSecretly(String question) {
        return person().map(console -> console.readPassword("%s", question)).map(String::new);
    }

    private static Optional<Console> person() {
        return isTerminal(0) ? Optional.ofNullable(System.console()) : Optional.empty();
    }

    @SuppressWarnings("SystemConsoleNull") // asked before Java 22 only, where it is null without a terminal
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux. From Java 22 on, there is a console without a terminal too.
            return Runtime.version().feature() < 22 && System.console() != null;
        }
    }

    private static int columnsOfTerminal() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return 0;
            }
            String[] size = new String(process.getInputStream().readNBytes(32), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            return size.length == 2 && size[1].matches("[0-9]{1,5}") ? Integer.parseInt(size[1]) : 0;
        } catch (IOException e) {
            return 0; // no stty here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
