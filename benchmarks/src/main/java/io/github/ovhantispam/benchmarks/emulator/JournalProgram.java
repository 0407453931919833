package io.github.ovhantispam.benchmarks.emulator;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** An emulator that is asked again and again by requests with long headers, and says what lives in its heap. */
public final class JournalProgram {

    private static final int LONG = 1_000;

    private JournalProgram() {}

    /**
     * Asks; prints the bytes that live more than before the first request, after each of some numbers of requests.
     *
     * @param arguments the numbers, in ascending order
     */
    public static void main(String... arguments) throws IOException {
        try (EmulatorContender emulator = new EmulatorContender()) {
            Request signed = emulator.request();
            Map<String, String> headers = new HashMap<>(signed.headers());
            headers.put("X-Trace", "t".repeat(LONG));
            try (Connection connection = new Connection(new Request(signed.url(), headers))) {
                connection.ask();
                long base = live();
                int asked = 0;
                for (String number : arguments) {
                    for (int most = Integer.parseInt(number); asked < most; asked++) {
                        if (connection.ask().status() != 200) {
                            throw new IOException("another answer");
                        }
                    }
                    System.out.println(live() - base);
                }
            }
        }
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
