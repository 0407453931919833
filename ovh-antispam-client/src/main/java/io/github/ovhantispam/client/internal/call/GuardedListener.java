package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener whose exceptions do not reach the calls that it watches. An {@link Error} does not either, be it one of
 * the virtual machine: a request may have changed something when its listener hears of it, and what became of it must
 * not get lost.
 */
public final class GuardedListener implements AntispamListener {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    private final AntispamListener listener;
    private final AtomicBoolean warned = new AtomicBoolean();

    public GuardedListener(AntispamListener listener) {
        this.listener = listener;
    }

    @Override
    public void requestStarted(Request request) {
        guard(() -> listener.requestStarted(request));
    }

    @Override
    public void responseReceived(Request request, Response response) {
        guard(() -> listener.responseReceived(request, response));
    }

    @Override
    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
        guard(() -> listener.requestFailed(request, failure, elapsed));
    }

    @Override
    public void requestRetried(Request request, Duration pause, AntispamException because) {
        guard(() -> listener.requestRetried(request, pause, because));
    }

    private void guard(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("a listener failed; this is said only once", e);
            }
        }
    }
}
