package io.github.ovhantispam.cli.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser without a window, with a new profile each time, that contacts nobody by itself. */
final class Chromium {

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--blink-settings=preferredColorScheme=1");

    private final Path program;
    private final Path directory;

    private Chromium(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /**
     * Finds the browser.
     *
     * @param directory where its profiles may be kept
     * @return empty when there is none on this machine
     */
    static Optional<Chromium> find(Path directory) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .flatMap(path -> Stream.of(path.resolve("chromium"), path.resolve("chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, directory));
    }

    /** Returns the document of a page once it has been loaded. */
    String dumpDom(String url) {
        return run("--dump-dom", url);
    }

    /** Takes a picture of a page. */
    void screenshot(String url, Path picture, int width, int height, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--window-size=" + width + ',' + height);
        arguments.add("--screenshot=" + picture.toAbsolutePath());
        arguments.add(url);
        run(arguments.toArray(String[]::new));
    }

    /** Prints a page. */
    void print(String url, Path pdf) {
        run("--no-pdf-header-footer", "--print-to-pdf=" + pdf.toAbsolutePath(), url);
    }

    private String run(String... arguments) {
        try {
            List<String> command = new ArrayList<>();
            command.add(program.toString());
            command.addAll(QUIET);
            command.add("--user-data-dir=" + Files.createTempDirectory(directory, "profile"));
            command.addAll(List.of(arguments));
            Path output = Files.createTempFile(directory, "chromium", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("Chromium did not end within two minutes: " + command);
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("Chromium ended with " + process.exitValue() + ": " + command);
            }
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while Chromium ran", e);
        }
    }
}
