package io.github.ovhantispam.mail.internal.log.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

    @Test
    void read_moreThanAllChunks_givesTheSameBytes() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);

        try (InputStream in = new ReadAhead(new ByteArrayInputStream(bytes))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[1])).isEqualTo(-1);
        }
    }

    @Test
    void read_streamThatGivesFewBytesAtATime_givesThemAll() throws IOException {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, (byte) 0xFF})) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, 1);
            }
        };

        try (InputStream in = new ReadAhead(slow)) {
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.readAllBytes()).containsExactly(2, 3, 0xFF);
        }
    }

    @Test
    void read_streamThatFails_givesWhatCameBeforeAndThenFailsAlways() throws IOException {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("disk on fire");
            }
        };

        try (InputStream in =
                new ReadAhead(new SequenceInputStream(new ByteArrayInputStream(new byte[] {7}), broken))) {
            assertThat(in.read()).isEqualTo(7);
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(in::read)
                        .withMessage("disk on fire");
            }
        }
    }

    @Test
    void read_streamWithAFault_throwsItInTheReadersThread() throws IOException {
        InputStream faulty = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] target, int offset, int length) {
                throw new IllegalStateException("no disk");
            }
        };

        try (InputStream in = new ReadAhead(faulty)) {
            assertThatIllegalStateException().isThrownBy(in::read).withMessage("no disk");
        }
    }

    @Test
    void close_beforeTheEnd_closesTheStreamAndEndsTheThread() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return length;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        ReadAhead in = new ReadAhead(endless);
        assertThat(in.read()).isZero();

        in.close();

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(in.awaitEnd(30, TimeUnit.SECONDS)).isTrue();
    }
}
