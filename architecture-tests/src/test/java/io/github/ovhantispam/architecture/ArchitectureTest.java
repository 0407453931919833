package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static io.github.ovhantispam.architecture.PublishedModules.CLASSES;
import static io.github.ovhantispam.architecture.PublishedModules.EXPORTED;
import static io.github.ovhantispam.architecture.PublishedModules.IN_AN_EXPORTED_PACKAGE;
import static io.github.ovhantispam.architecture.PublishedModules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that keep a user's code compiling, and a reader's expectations right, over all published modules. */
class ArchitectureTest {

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final String MODEL = ROOT + "model..";
    private static final String CLIENT = ROOT + "client..";
    private static final String EMULATOR = ROOT + "emulator..";
    private static final DescribedPredicate<JavaClass> IMPLEMENTATION_LIBRARY = resideInAnyPackage(
            "okhttp3..",
            "okio..",
            "retrofit2..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "io.github.resilience4j..",
            "mockwebserver3..",
            "org.apache.james..",
            "org.jsoup..",
            "org.xbill.DNS..");

    @Test
    void modules_published_areAllSeen() {
        assertThat(PublishedModules.DESCRIPTORS)
                .extracting(ModuleDescriptor::name)
                .containsExactlyInAnyOrder(ROOT + "model", ROOT + "client", ROOT + "emulator");
    }

    @Test
    void internalPackages_areExportedToOurselvesAtMost() {
        assertThat(PublishedModules.DESCRIPTORS)
                .flatExtracting(ModuleDescriptor::exports)
                .filteredOn(exports -> exports.source().contains(".internal"))
                .allMatch(Exports::isQualified);
    }

    /** The annotation of the module is not enough: Kotlin, and tools that see a class path, read the package's. */
    @Test
    void exportedPackages_areNullMarked() {
        assertThat(PublishedModules.EXPORTED_PACKAGES)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NULL_MARKED))
                        .as(name)
                        .isTrue());
    }

    @Test
    void hiddenPackages_areNamedInternal() {
        classes()
                .that(not(IN_AN_EXPORTED_PACKAGE))
                .should()
                .resideInAPackage("..internal..")
                .because("a reader should see from the name of a package that it promises nothing")
                .check(CLASSES);
    }

    @Test
    void exportedTypes_exposeOnlyTheJdkAndEachOther() {
        // The one door of design and documentation: we override what would break retries, redirects and signatures.
        String httpClient = ROOT + "client.AntispamClient$Builder.httpClient(okhttp3.OkHttpClient)";

        classes()
                .that(EXPORTED)
                .should(new ExposeNothingForeign(
                        EXPORTED, member -> member.getFullName().equals(httpClient)))
                .because("OkHttp, Retrofit, Jackson, resilience4j and MockWebServer must be free to change"
                        + " without a new major version of ours")
                .check(CLASSES);
    }

    @Test
    void implementationLibraries_areUsedByInternalPackagesOnly() {
        // The type of the one door, see above. Jackson's annotations are in a package of their own.
        String door = ROOT + "client.AntispamClient$Builder";

        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .and()
                .doNotHaveFullyQualifiedName(door)
                .should()
                .dependOnClassesThat(IMPLEMENTATION_LIBRARY)
                .because("what a reader of the API sees, down to its private parts, is ours: a library can be exchanged"
                        + " by changing internal packages alone")
                .check(CLASSES);
        noClasses()
                .that()
                .haveFullyQualifiedName(door)
                .should()
                .dependOnClassesThat(IMPLEMENTATION_LIBRARY.and(not(name("okhttp3.OkHttpClient"))))
                .because("the door is as wide as one type")
                .check(CLASSES);
    }

    @Test
    void model_dependsOnAnnotationsOnly() {
        classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", MODEL, "com.fasterxml.jackson.annotation..", "org.jspecify.annotations..")
                .because("the model must work with the Jackson an application already has, 2 or 3")
                .check(CLASSES);
    }

    @Test
    void emulator_writesItsOwnProtocol() {
        noClasses()
                .that()
                .resideInAPackage(EMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CLIENT,
                        ROOT + "model.internal..",
                        "com.fasterxml.jackson.annotation..",
                        "com.fasterxml.jackson.databind..",
                        "retrofit2..")
                .because("a mistake on one side of the wire is caught only by another author of the other side")
                .check(CLASSES);
    }

    @Test
    void exceptions_areUnchecked() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and(EXPORTED)
                .should()
                .beAssignableTo(RuntimeException.class)
                .andShould()
                .haveSimpleNameEndingWith("Exception")
                .because("a caller can rarely do more than stop, and lambdas cannot throw the others")
                .check(CLASSES);
    }

    @Test
    void constructors_ofTheClientAndTheEmulator_areHidden() {
        constructors()
                .that()
                .areDeclaredInClassesThat(EXPORTED.and(resideInAPackage(CLIENT).or(resideInAPackage(EMULATOR))))
                .and()
                .areDeclaredInClassesThat(
                        describe("are no records, whose constructors cannot be hidden", type -> !type.isRecord()))
                .and()
                .areDeclaredInClassesThat(describe(
                        "are no exceptions, which an application's fake of the client throws too",
                        type -> !type.isAssignableTo(Throwable.class)))
                .and()
                .areDeclaredInClassesThat(describe(
                        "are no JUnit extensions, which @ExtendWith makes by their constructor",
                        type -> !type.getPackageName().endsWith(".emulator.junit")))
                .should()
                .notBePublic()
                .andShould()
                .notBeProtected()
                .because("a factory method or a builder can gain a parameter without breaking anybody")
                .check(CLASSES);
    }

    @Test
    void acronyms_areWrittenAsWords() {
        // "A" may be a word, and IOException stays as the JDK spells it.
        DescribedPredicate<HasName> acronymAsWord = describe("name without two capitals in a row", named -> {
            String name = named.getName().replaceFirst("IOException$", "");
            return !Pattern.compile("(?!A\\p{Lu}\\p{Ll})\\p{Lu}{2}")
                    .matcher(name.substring(name.lastIndexOf('.') + 1))
                    .find();
        });
        String because = "IpBlock and toJson read better than IPBlock and toJSON, and one rule spares the question";

        classes().should(have(acronymAsWord.forSubtype())).because(because).check(CLASSES);
        methods()
                .that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo("org.xbill.DNS.Resolver") // whose names they must take
                .should(have(acronymAsWord.forSubtype()))
                .because(because)
                .check(CLASSES);
        fields().that()
                .areNotFinal()
                .or()
                .areNotStatic()
                .should(have(acronymAsWord.forSubtype()))
                .because(because)
                .check(CLASSES);
    }

    @Test
    void modelAndClient_printNothing() {
        noClasses()
                .that(resideInAPackage(MODEL).or(resideInAPackage(CLIENT)))
                .should(ACCESS_STANDARD_STREAMS)
                .because("the output belongs to the application, and slf4j is where it looks for us")
                .check(CLASSES);
    }
}
