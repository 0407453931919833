package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ovhantispam.client.WatchStore.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch that keeps its state in a file, or in a store of somebody else's. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchStoreTest {

    @RegisterExtension
    final WatchScript script = new WatchScript();

    @TempDir
    Path directory;

    private Path file;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void realDirectory() throws IOException {
        directory = directory.toRealPath();
        file = directory.resolve("state");
    }

    private Watch watch(WatchStore store) {
        return script.antispam.sweep().watch(WatchScript.INTERVAL).store(store);
    }

    private void once() {
        once(file);
    }

    private void once(Path path) {
        WatchState unused = watch(WatchStore.file(path)).once(notice -> told.add(WatchScript.name(notice)));
    }

    @Test
    void file_isCreated_andGoneOnFrom() throws IOException {
        once();
        script.address.unblocked();
        once();
        once();

        assertThat(told).containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
        assertThat(WatchState.parse(Files.readString(file))).hasToString("WatchState[1 addresses]");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, directory.resolve("state.lock"));
        }
    }

    @Test
    void file_worksForAwaitAndStartToo() throws Exception {
        assertThat(script.changes(watch(WatchStore.file(file)))).containsExactly("BLOCKED 192.0.2.1");
        script.address.unblocked();
        CompletableFuture<String> id = new CompletableFuture<>();
        CompletableFuture<Void> watch = watch(WatchStore.file(file)).start(notice -> id.complete(notice.id()));

        assertThat(id.get()).isEqualTo("192.0.2.1,2026-01-01T12:00:00Z,unblocked");
        watch.cancel(true);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void file_isItsOwnersOnly() throws IOException {
        Files.createFile(file.resolveSibling("state.tmp")); // of a process that was killed
        once();

        for (Path each : List.of(file, directory.resolve("state.lock"))) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
            if (each.equals(file)) {
                assertThat(permissions).isEqualTo("rw-------");
            }
            assertThat(permissions).endsWith("------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "half", "ovh-antispam-watch 1\nbegun true\nend 0\n", "\u0000\u0000", "é"})
    void file_thatIsNoState_isRefused_andNotTouched(String content) throws IOException {
        Files.writeString(file, content);

        assertThatIllegalStateException()
                .isThrownBy(this::once)
                .withMessageStartingWith("the watch's state in " + file + " is damaged, or of another version: not the"
                        + " text of a WatchState: line 1: ")
                .withMessageEndingWith(
                        "Restore it; or move it away to begin anew, which tells all that is blocked once more")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(Files.readString(file)).isEqualTo(content);
        assertThat(told).isEmpty();
    }

    @Test
    void file_thatIsHalf_isRefused() throws IOException {
        once();
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatIllegalStateException().isThrownBy(this::once).withMessageContaining(file.toString());
        }
        Files.writeString(file, whole);
        once();

        assertThat(told).hasSize(1);
    }

    @Test
    void directoryThatDoesNotExist_isNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> once(directory.resolve("none/state")))
                .withMessage("the watch's state in " + directory + "/none/state cannot be used: its directory does not"
                        + " exist: create " + directory + "/none");
    }

    @Test
    void pathsThatAreNoFiles_areRefused() {
        for (Path path : List.of(directory, Path.of("/"), Path.of(""))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> once(path))
                    .withMessageEndingWith(" cannot be used: it is a directory");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void symbolicLink_staysOne_andItsTargetIsLocked() throws IOException {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("links")).resolve("link"), Path.of("../state"));
        once(link);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        try (Lease lease = WatchStore.file(file).acquire()) {
            assertThat(lease.load()).isNotNull();
            assertThatIllegalStateException()
                    .isThrownBy(() -> once(link))
                    .withMessage("the watch's state in " + file + " is in use by another watch of this process");
        }
        Path loop = directory.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> once(loop))
                .withMessage("the watch's state in " + loop + " cannot be used: too many symbolic links");
    }

    @Test
    void secondWatch_isRefused_untilTheFirstHasEnded() {
        WatchStore store = WatchStore.file(file);
        WatchState unused = watch(store).once(notice -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> watch(WatchStore.file(file)).start(other -> told.add(other.id())))
                    .withMessage("the watch's state in " + file + " is in use by another watch of this process");
            told.add("refused");
        });
        once();

        assertThat(told).containsExactly("refused");
    }

    @Test
    void lock_thatSomebodyRemoved_endsTheWatchBeforeItTells() throws IOException {
        try (Lease lease = WatchStore.file(file).acquire()) {
            lease.save(WatchState.empty());
            Files.delete(directory.resolve("state.lock"));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> lease.save(WatchState.empty()))
                    .withMessage("the watch's state in " + file + " cannot be saved, for its lock state.lock is gone:"
                            + " NoSuchFileException");
            Files.createFile(directory.resolve("state.other"));
            Files.move(directory.resolve("state.other"), directory.resolve("state.lock"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> lease.save(WatchState.empty()))
                    .withMessage(
                            "the watch's state in " + file + " cannot be saved: this watch has lost its lock on it");
        }
    }

    @Test
    void lease_thatIsClosed_savesNothing() {
        Lease lease = WatchStore.file(file).acquire();
        lease.close();
        lease.close();

        assertThatIllegalStateException().isThrownBy(() -> lease.save(WatchState.empty()));
        assertThat(file).doesNotExist();
    }

    @Test
    void save_onAnInterruptedThread_isDone_andKeepsTheInterrupt() {
        try (Lease lease = WatchStore.file(file).acquire()) {
            Thread.currentThread().interrupt();
            lease.save(WatchState.empty());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(lease.load().text()).isEqualTo(WatchState.empty().text());
        }
    }

    @Test
    void saveThatFails_leavesTheFile_andTellsNothing() throws IOException {
        once();
        String before = Files.readString(file);
        script.address.unblocked();
        Files.createDirectories(directory.resolve("state.tmp/occupied"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(this::once)
                .withMessageStartingWith(
                        "the watch's state in " + file + " cannot be saved: DirectoryNotEmptyException")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(told).hasSize(1);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void store_andFromOrOnState_contradictEachOther() {
        Watch watch = script.antispam.sweep().watch(WatchScript.INTERVAL);
        WatchStore store = WatchStore.file(file);
        String from = "from(..) and store(..) contradict each other: a store loads the state and saves it";
        String onState = "onState(..) and store(..) contradict each other: a store loads the state and saves it";

        assertThatThrownBy(() -> watch.store(store).from(WatchState.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(from);
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.from(WatchState.empty()).store(store))
                .withMessage(from);
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.store(store).onState(state -> {}))
                .withMessage(onState);
        assertThatIllegalStateException()
                .isThrownBy(() -> watch.onState(state -> {}).store(store))
                .withMessage(onState);
        assertThat(watch.store(store)).asString().startsWith("Watch[every 10 min, from WatchStore[" + file + "], ");
    }

    /** As one in a database would be, that has lost its row to another program. */
    private static final class OwnStore implements WatchStore, WatchStore.Lease {

        private String text = WatchState.empty().text();
        private int open;
        private boolean lost;

        @Override
        public Lease acquire() {
            open++;
            return this;
        }

        @Override
        public WatchState load() {
            return WatchState.parse(text);
        }

        @Override
        public void save(WatchState state) {
            if (lost) {
                throw new IllegalStateException("another program has it");
            }
            text = state.text();
        }

        @Override
        public void close() {
            open--;
        }
    }

    @Test
    void ownStore_isClosedHoweverTheWatchEnds_andAFailedSaveIsItsEnd() {
        OwnStore store = new OwnStore();
        script.changes(watch(store));
        assertThat(store.open).isZero();
        store.lost = true;
        script.address.unblocked();

        assertThatIllegalStateException()
                .isThrownBy(() -> watch(store).await(notice -> told.add(notice.id())))
                .withMessage("another program has it");
        assertThat(told).isEmpty();
        assertThat(store.open).isZero();

        store.text = "";
        assertThatThrownBy(() -> watch(store).start(notice -> told.add(notice.id())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.open).isZero();
    }
}
