package io.github.ovhantispam.emulator.junit;

import io.github.ovhantispam.emulator.AntispamEmulator;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator in JUnit's store, which closes an {@code AutoCloseable} since 5.13 and only JUnit's own type before. */
@SuppressWarnings("deprecation") // since 5.13, for that reason
record StoredEmulator(AntispamEmulator emulator) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
        emulator.close();
    }
}
