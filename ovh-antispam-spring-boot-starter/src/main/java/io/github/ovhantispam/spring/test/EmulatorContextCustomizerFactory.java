package io.github.ovhantispam.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds the annotation on a test class, those it extends, and those around it. */
final class EmulatorContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        boolean wanted = MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
                .withEnclosingClasses(TestContextAnnotationUtils::searchEnclosingClass)
                .from(testClass)
                .isPresent(AutoConfigureAntispamEmulator.class);
        if (!wanted) {
            return null;
        }
        if (!ClassUtils.isPresent("io.github.ovhantispam.emulator.AntispamEmulator", testClass.getClassLoader())) {
            throw new IllegalStateException("@AutoConfigureAntispamEmulator on " + testClass.getName()
                    + " needs the artifact io.github.ovhantispam:ovh-antispam-emulator on the class path of the tests");
        }
        return new EmulatorContextCustomizer();
    }
}
