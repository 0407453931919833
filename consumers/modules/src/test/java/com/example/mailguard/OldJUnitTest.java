package com.example.mailguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.ConnectException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class OldJUnitTest {

    @Test
    void sharedEmulator_afterTheRun_isClosed() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(SharedEmulatorCase.class))
                                .build(),
                        summary);

        assertEquals(1, summary.getSummary().getTestsSucceededCount());
        int port = SharedEmulatorCase.emulator.endpoint().getPort();
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", port).close());
    }

    @Test
    void application_isAModule() {
        assertTrue(MailGuard.class.getModule().isNamed());
    }
}
