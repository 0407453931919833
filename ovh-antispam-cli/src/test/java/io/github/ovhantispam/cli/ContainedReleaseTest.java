package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that asks for the culprits to be stopped. */
class ContainedReleaseTest {

    private static final String ADDRESS = "122.122.122.122";
    private static final String GAPS = "--accept-gaps=the log of that day is lost";

    private final ProgramRun run = new ProgramRun();

    @TempDir
    private Path directory;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(directory.resolve("mail.log"), """
                2022-08-29T16:42:40+00:00 mx postfix/smtpd[1]: 4F1A000003: client=unknown[203.0.113.9], sasl_method=PLAIN, sasl_username=bob
                2022-08-29T16:42:40+00:00 mx postfix/cleanup[2]: 4F1A000003: message-id=<P0hbfo93407684bfoqljrlqvpLatS3RRB9rZw7e8s@xxxxxxxxxxxx.online>
                2022-08-29T16:42:41+00:00 mx postfix/qmgr[3]: 4F1A000003: removed
                """);
    }

    private int release(String... more) {
        return run.run(Stream.concat(
                        Stream.of(
                                "release",
                                ADDRESS,
                                "--emulator",
                                "--i-stopped-the-mail-and-emptied-the-queue",
                                "--contained",
                                "--log",
                                log.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void release_withACulpritThatNobodySpokeOf_isRefused() {
        assertThat(release(GAPS)).isEqualTo(6);
        assertThat(run.err()).contains("not contained: SASL user bob", "--handled \"SASL user bob=...\"");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void release_withMailsThatAreNotInTheLog_isRefused() {
        assertThat(release("--handled", "SASL user bob=password changed")).isEqualTo(6);
        assertThat(run.err()).contains("6 of the mails are not in the log", "--accept-gaps");
    }

    @Test
    void release_withAMeasureAndAReason_isMade() {
        assertThat(release("--handled", "SASL user bob=password changed", GAPS)).isZero();
        assertThat(run.out()).contains(ADDRESS + " is free");
    }

    @Test
    void release_withAnEmptyMeasure_isRefused() {
        assertThat(release("--handled", "SASL user bob= ", GAPS)).isEqualTo(6);
    }

    @Test
    void release_withAMeasureAboutSomebodyElse_isRefused() {
        assertThat(release("--handled", "SASL user bo=password changed", GAPS)).isEqualTo(6);
    }

    @Test
    void release_withTheMeasureTyped_isMade() {
        run.typing("password changed");
        assertThat(release(GAPS)).isZero();
    }

    @Test
    void release_onTheEmulatorWithoutALog_searchesAnInventedOne() {
        assertThat(run.run("release", ADDRESS, "--emulator", "--queue", "postfix", "--stopped", "--contained"))
                .isEqualTo(6);
        assertThat(run.err()).contains("an invented log", "--handled \"");
    }

    @Test
    void release_withALogThatIsMissing_isAUsageMistake() {
        assertThat(run.run(
                        "release",
                        ADDRESS,
                        "--emulator",
                        "--i-stopped-the-mail-and-emptied-the-queue",
                        "--contained",
                        "--log",
                        directory.resolve("missing").toString()))
                .isEqualTo(2);
    }
}
