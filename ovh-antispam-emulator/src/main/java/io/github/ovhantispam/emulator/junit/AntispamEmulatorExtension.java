package io.github.ovhantispam.emulator.junit;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedBlock;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Faults;
import io.github.ovhantispam.emulator.Journal;
import io.github.ovhantispam.emulator.Seed;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An emulator for the tests of a class: started before the first, reset before each, closed after the last.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AntispamEmulatorExtension ovh = AntispamEmulatorExtension.create();
 * }</pre>
 *
 * <p>Use it as a static field (one emulator for the class), as an instance field (one for each test), or with
 * {@code @ExtendWith(AntispamEmulatorExtension.class)} and a parameter of type {@link AntispamEmulator}, in a test, a
 * lifecycle method or a constructor. Nested classes share the emulator of the class around them. Classes may run in
 * parallel; the tests of one class may not, since they share what is reset. For what outlives a class, such as an
 * application that several test classes use, see {@link #shared()}.
 */
public final class AntispamEmulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final ExtensionContext.Namespace namespace;
    private final @Nullable EmulatorBuilder builder;
    private final boolean failOnUnexpectedRequests;
    private final boolean shared;
    private volatile @Nullable AntispamEmulator current;

    /** For {@code @ExtendWith}: an emulator with every setting at its default. */
    public AntispamEmulatorExtension() {
        this(null, false, false);
    }

    private AntispamEmulatorExtension(
            @Nullable EmulatorBuilder builder, boolean failOnUnexpectedRequests, boolean shared) {
        Object scope = !shared ? this : builder == null ? "default" : builder;
        this.namespace = ExtensionContext.Namespace.create(AntispamEmulatorExtension.class, scope);
        this.builder = builder;
        this.failOnUnexpectedRequests = failOnUnexpectedRequests;
        this.shared = shared;
    }

    /**
     * Returns an emulator with every setting at its default.
     *
     * @return the extension
     */
    public static AntispamEmulatorExtension create() {
        return new AntispamEmulatorExtension();
    }

    /**
     * Returns an emulator that behaves as you like.
     *
     * @param builder how; not to be changed afterwards
     * @return the extension
     */
    public static AntispamEmulatorExtension create(EmulatorBuilder builder) {
        return new AntispamEmulatorExtension(Objects.requireNonNull(builder, "builder"), false, false);
    }

    /**
     * Fails each test in which a request broke the API's contract, see {@link Journal#assertNoUnexpectedRequests}.
     *
     * @return another extension, to be used instead of this one
     */
    public AntispamEmulatorExtension failingOnUnexpectedRequests() {
        return new AntispamEmulatorExtension(builder, true, shared);
    }

    /**
     * Keeps the emulator for all classes of the run that use a shared extension: one for those that were made without a
     * builder, and one for each builder. It is started before the first of their tests, reset before each, and closed
     * after the last test of the run. Since they share what is reset, these classes may not run in parallel.
     *
     * @return another extension, to be used instead of this one
     */
    public AntispamEmulatorExtension shared() {
        return new AntispamEmulatorExtension(builder, failOnUnexpectedRequests, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        current = emulator(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        AntispamEmulator emulator = emulator(context);
        emulator.reset();
        current = emulator;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (failOnUnexpectedRequests) {
            emulator(context).journal().assertNoUnexpectedRequests();
        }
    }

    /**
     * The emulator of this context or one around it; the one made here is closed by JUnit together with the context.
     */
    @SuppressWarnings("deprecation") // JUnit 5 has this method only, and its users are many
    private AntispamEmulator emulator(ExtensionContext context) {
        return Objects.requireNonNull((shared ? context.getRoot() : context)
                        .getStore(namespace)
                        .getOrComputeIfAbsent("emulator", key -> new StoredEmulator(started()), StoredEmulator.class))
                .emulator();
    }

    private AntispamEmulator started() {
        return builder == null ? AntispamEmulator.start() : builder.start();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AntispamEmulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return emulator(context);
    }

    /**
     * Returns the emulator.
     *
     * @return the one of the class or test that runs
     * @throws IllegalStateException before the first test
     */
    public AntispamEmulator emulator() {
        AntispamEmulator emulator = current;
        if (emulator == null) {
            throw new IllegalStateException("the emulator starts with the first test, it is not there before");
        }
        return emulator;
    }

    /**
     * See {@link AntispamEmulator#environment}.
     *
     * @return the environment of a client that signs its calls
     */
    public Map<String, String> environment() {
        return emulator().environment();
    }

    /**
     * See {@link AntispamEmulator#endpoint}.
     *
     * @return the base of the API
     */
    public URI endpoint() {
        return emulator().endpoint();
    }

    /**
     * See {@link AntispamEmulator#clock}.
     *
     * @return the clock
     */
    public EmulatorClock clock() {
        return emulator().clock();
    }

    /**
     * See {@link AntispamEmulator#ipBlock}.
     *
     * @param text the block
     * @return the block
     * @throws IllegalArgumentException when the text is not a block
     */
    public EmulatedBlock ipBlock(String text) {
        return emulator().ipBlock(text);
    }

    /**
     * See {@link AntispamEmulator#seed}.
     *
     * @param seed what to fill the account with
     */
    public void seed(Seed seed) {
        emulator().seed(seed);
    }

    /**
     * See {@link AntispamEmulator#faults}.
     *
     * @return what goes wrong on purpose
     */
    public Faults faults() {
        return emulator().faults();
    }

    /**
     * See {@link AntispamEmulator#journal}.
     *
     * @return the journal
     */
    public Journal journal() {
        return emulator().journal();
    }
}
