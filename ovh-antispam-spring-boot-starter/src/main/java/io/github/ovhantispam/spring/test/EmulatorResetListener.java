package io.github.ovhantispam.spring.test;

import io.github.ovhantispam.emulator.AntispamEmulator;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.util.ClassUtils;

/** Makes the emulator of a test's context as it was when it started. */
final class EmulatorResetListener implements TestExecutionListener, Ordered {

    private static final boolean HAS_EMULATOR = ClassUtils.isPresent(
            "io.github.ovhantispam.emulator.AntispamEmulator", EmulatorResetListener.class.getClassLoader());

    @Override
    public void beforeTestMethod(TestContext testContext) {
        if (HAS_EMULATOR && testContext.hasApplicationContext()) {
            Reset.emulatorOf(testContext);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Apart, so that the emulator's class is looked for only where it is. */
    private static final class Reset {

        static void emulatorOf(TestContext testContext) {
            if (testContext.getApplicationContext().containsBean("antispamEmulator")) {
                testContext
                        .getApplicationContext()
                        .getBean("antispamEmulator", AntispamEmulator.class)
                        .reset();
            }
        }
    }
}
