package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the published modules, and which of them an application can see. */
final class PublishedModules {

    static final String ROOT = "io.github.ovhantispam.";

    /** The package of the mail side, which has no module descriptor since its libraries have none. */
    static final String MAIL = ROOT + "mail";

    static final Set<ModuleDescriptor> DESCRIPTORS = descriptors();

    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPackages(
                    Stream.concat(DESCRIPTORS.stream().flatMap(module -> module.packages().stream()), Stream.of(MAIL))
                            .toList());

    static final Set<String> EXPORTED_PACKAGES = Stream.concat(
                    DESCRIPTORS.stream()
                            .flatMap(module -> module.exports().stream())
                            .filter(exports -> !exports.isQualified())
                            .map(Exports::source),
                    Stream.of(MAIL))
            .collect(toUnmodifiableSet());

    static final DescribedPredicate<JavaClass> IN_AN_EXPORTED_PACKAGE =
            describe("reside in an exported package", type -> EXPORTED_PACKAGES.contains(type.getPackageName()));

    static final DescribedPredicate<JavaClass> EXPORTED = IN_AN_EXPORTED_PACKAGE
            .and(describe("are public", PublishedModules::isPublic))
            .as("are exported");

    private PublishedModules() {}

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublishedModules::isPublic).orElse(true);
    }

    private static Set<ModuleDescriptor> descriptors() {
        try {
            return Collections.list(PublishedModules.class.getClassLoader().getResources("module-info.class")).stream()
                    .map(PublishedModules::read)
                    .filter(module -> module.name().startsWith(ROOT))
                    .collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor read(URL moduleInfo) {
        try (InputStream in = moduleInfo.openStream()) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
