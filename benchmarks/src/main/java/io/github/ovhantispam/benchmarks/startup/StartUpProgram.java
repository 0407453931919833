package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.call.SignedCall;
import io.github.ovhantispam.benchmarks.call.Way;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** A program that asks for one address and says what it learned. Its environment has the keys. */
public final class StartUpProgram {

    private StartUpProgram() {}

    /**
     * Asks, answers with a line, then tells what that took.
     *
     * @param arguments the {@link Way}; without one, the line comes without a question
     */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0) {
            System.out.println("no question");
        } else {
            SignedCall call = Way.valueOf(arguments[0]).make(System.getenv());
            System.out.println(call.get(arguments[1], arguments[2]).state());
        }
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        System.out.println(((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime());
        System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        System.exit(0); // OkHttp's idle threads are no daemons
    }
}
