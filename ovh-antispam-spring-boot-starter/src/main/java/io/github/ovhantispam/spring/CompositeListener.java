package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All listeners of an application. One that throws does not keep the others from being called. */
final class CompositeListener implements AntispamListener {

    private final List<AntispamListener> listeners;

    CompositeListener(List<AntispamListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void requestStarted(Request request) {
        each(listener -> listener.requestStarted(request));
    }

    @Override
    public void responseReceived(Request request, Response response) {
        each(listener -> listener.responseReceived(request, response));
    }

    @Override
    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
        each(listener -> listener.requestFailed(request, failure, elapsed));
    }

    @Override
    public void requestRetried(Request request, Duration pause, AntispamException because) {
        each(listener -> listener.requestRetried(request, pause, because));
    }

    /** The client logs what is thrown here, once. */
    private void each(Consumer<AntispamListener> call) {
        @Nullable RuntimeException first = null;
        for (AntispamListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
