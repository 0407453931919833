package io.github.ovhantispam.client.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.internal.error.Failure.Kind;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

/** What a lost connection comes to, and what of its exception may be shown. */
class ConnectionFailuresTest {

    private final ConnectionFailures errors = new ConnectionFailures(new SecretRedactor(List.of("very-secret-key")));
    private final Attempt unsent = new Attempt(Route.UNBLOCK, 1);
    private final Attempt sent = new Attempt(Route.UNBLOCK, 1);

    ConnectionFailuresTest() {
        sent.sending();
    }

    private static SSLHandshakeException untrusted() {
        SSLHandshakeException e = new SSLHandshakeException("PKIX path building failed");
        e.initCause(new CertificateException("no trusted certificate"));
        return e;
    }

    @Test
    void lost_beforeAnythingWasSent_isNotSent() {
        Failure failure = errors.lost(unsent, "/ip", new ConnectException("Connection refused"), null);

        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(failure.exception())
                .isInstanceOf(AntispamIOException.class)
                .hasMessage("POST /ip -> could not connect: ConnectException: Connection refused")
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(failure.exception().mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void lost_afterTheRequestWasSent_isLost() {
        Failure failure = errors.lost(sent, "/ip", new IOException("Connection reset"), null);

        assertThat(failure.kind()).isEqualTo(Kind.LOST);
        assertThat(failure.exception().mayHaveBeenProcessed()).isTrue();
    }

    @Test
    void lost_byATimeout_isNotSentOrTimedOut() {
        InterruptedIOException timeout = new InterruptedIOException("timeout");

        assertThat(errors.lost(unsent, "/ip", timeout, null).kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(errors.lost(sent, "/ip", timeout, null).kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(errors.lost(sent, "/ip", timeout, null).exception())
                .isInstanceOf(AntispamTimeoutException.class)
                .hasMessage(
                        "POST /ip -> no response in time; while the address is unblocking, release(..) only polls; the"
                                + " request may have taken effect all the same: check before asking again");
        assertThat(errors.lost(sent, "/ip", timeout, "interrupted").kind()).isEqualTo(Kind.INTERRUPTED);
    }

    @Test
    void lost_forWantOfTrust_isNotTrusted() {
        for (IOException distrust : List.of(untrusted(), new SSLPeerUnverifiedException("Hostname not verified"))) {
            Failure failure = errors.lost(unsent, "/ip", distrust, null);

            assertThat(failure.kind()).isEqualTo(Kind.NOT_TRUSTED);
            assertThat(failure.exception().getMessage()).contains("the server's certificate is ");
        }
        assertThat(errors.lost(unsent, "/ip", new SSLHandshakeException("handshake cut"), null)
                        .kind())
                .isEqualTo(Kind.NOT_SENT);
    }

    @Test
    void cause_thatQuotesASecretOrHostileText_isLeftOut() {
        IOException hidden = new IOException("harmless");
        hidden.initCause(new ProtocolException("Unexpected status line: very-secret-key"));
        IOException suppressing = new IOException("harmless");
        suppressing.addSuppressed(new ProtocolException("Unexpected status line: \u001b[31m"));
        for (IOException unsafe : List.of(
                new ProtocolException("Unexpected status line: very-secret-key"),
                new ProtocolException("Unexpected status line: \u001b[31m\r\n"),
                hidden,
                suppressing)) {
            AntispamException thrown = errors.lost(sent, "/ip", unsafe, null).exception();

            assertThat(thrown).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain("very-secret-key").doesNotContainPattern("\\p{Cntrl}");
        }
        IOException safe = new IOException("harmless", new IOException((String) null));
        safe.addSuppressed(new IOException("harmless too"));
        assertThat(errors.lost(sent, "/ip", safe, null).exception()).hasCause(safe);
    }
}
