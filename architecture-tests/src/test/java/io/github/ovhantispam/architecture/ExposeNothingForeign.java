package io.github.ovhantispam.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything an application can see of a class (what it extends, and its public and protected members, type arguments
 * included) is of the JDK or of our own exported types. Annotations are not looked at.
 */
final class ExposeNothingForeign extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> ours;
    private final Predicate<JavaMember> doors;

    /**
     * @param ours our own types that may be seen
     * @param doors the members that are exempt
     */
    ExposeNothingForeign(DescribedPredicate<JavaClass> ours, Predicate<JavaMember> doors) {
        super("expose only types of the JDK and types that " + ours.getDescription());
        this.ours = ours;
        this.doors = doors;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types)
                .flatMap(seen -> foreign(((JavaType) seen).getAllInvolvedRawTypes().stream(), type))
                .forEach(foreign -> events.add(violated(type, type.getName() + " exposes " + foreign.getName())));
        for (JavaMember member : type.getMembers()) {
            if (isVisible(member) && !doors.test(member)) {
                foreign(seenIn(member), type)
                        .forEach(foreign ->
                                events.add(violated(member, member.getFullName() + " exposes " + foreign.getName())));
            }
        }
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Stream<JavaClass> seenIn(JavaMember member) {
        Stream<JavaClass> thrown = member instanceof JavaCodeUnit code
                ? code.getThrowsClause().stream().map(ThrowsDeclaration::getRawType)
                : Stream.empty();
        return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown);
    }

    private Stream<JavaClass> foreign(Stream<JavaClass> seen, JavaClass by) {
        return seen
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !isOfTheJdk(type) && !ours.test(type) && !isJunitInItsPackage(type, by))
                .collect(Collectors.toSet())
                .stream();
    }

    private static boolean isOfTheJdk(JavaClass type) {
        return type.isPrimitive()
                || type.getName().startsWith("java.")
                || type.getName().startsWith("javax.net.");
    }

    private static boolean isJunitInItsPackage(JavaClass type, JavaClass by) {
        return type.getName().startsWith("org.junit.jupiter.api.")
                && by.getPackageName().equals(PublishedModules.ROOT + "emulator.junit");
    }
}
