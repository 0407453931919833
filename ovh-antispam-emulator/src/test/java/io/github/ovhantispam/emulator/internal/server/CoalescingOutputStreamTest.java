package io.github.ovhantispam.emulator.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescingOutputStreamTest {

    private final List<String> written = new ArrayList<>();
    private final CoalescingOutputStream output = new CoalescingOutputStream(new OutputStream() {
        @Override
        public void write(int b) {
            written.add(String.valueOf((char) b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.add(new String(bytes, offset, length, StandardCharsets.US_ASCII));
        }
    });

    private void write(String text) throws IOException {
        output.write(("<" + text + ">").getBytes(StandardCharsets.US_ASCII), 1, text.length());
    }

    @Test
    void writes_thatNobodyAskedToHold_passOneByOne() throws IOException {
        write("head");
        write("body");
        output.write('!');

        assertThat(written).containsExactly("head", "body", "!");
    }

    @Test
    void write_thatIsHeld_goesOutTogetherWithTheNext() throws IOException {
        output.holdNextWrite();
        write("head ");
        output.flush();
        assertThat(written).isEmpty();
        write("body");
        write("more");

        assertThat(written).containsExactly("head body", "more");
    }

    @Test
    void write_thatIsHeld_isACopy() throws IOException {
        byte[] bytes = {'a', 'b'};
        output.holdNextWrite();
        output.write(bytes);
        bytes[0] = '?';
        output.write('c');

        assertThat(written).containsExactly("abc");
    }

    @Test
    void hold_isAskedForAgain_worksAgain() throws IOException {
        output.holdNextWrite();
        write("head 1 ");
        write("body 1");
        output.holdNextWrite();
        write("head 2 ");
        write("body 2");

        assertThat(written).containsExactly("head 1 body 1", "head 2 body 2");
    }

    @Test
    void write_thatFails_isNotTriedAgain() throws IOException {
        List<String> tried = new ArrayList<>();
        CoalescingOutputStream broken = new CoalescingOutputStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                tried.add("write");
                throw new IOException("broken pipe");
            }
        });
        broken.holdNextWrite();
        broken.write('a');

        assertThatIOException().isThrownBy(() -> broken.write('b')).withMessage("broken pipe");
        assertThatIOException().isThrownBy(() -> broken.write('c'));
        assertThat(tried).hasSize(2);
    }
}
