package io.github.ovhantispam.mail.internal.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.mail.FeedbackLoop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The list of providers, from a file of this module. */
final class ProviderList {

    private static final ProviderList KNOWN = read();

    private final List<Provider> providers;

    private ProviderList(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    static ProviderList known() {
        return KNOWN;
    }

    List<FeedbackLoop> where(Predicate<Provider> condition) {
        return providers.stream().filter(condition).map(Provider::loop).toList();
    }

    private static ProviderList read() {
        List<Provider> providers = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        try (InputStream in = ProviderList.class.getResourceAsStream("providers.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(": ");
                if (line.isBlank()) {
                    add(fields, providers);
                } else if (colon > 0 && !line.startsWith("#")) {
                    fields.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(fields, providers);
        return new ProviderList(providers);
    }

    private static void add(Map<String, String> fields, List<Provider> providers) {
        if (!fields.isEmpty()) {
            FeedbackLoop loop = new FeedbackLoop(
                    value(fields, "provider"),
                    FeedbackLoop.Kind.valueOf(value(fields, "kind").toUpperCase(Locale.ROOT)),
                    URI.create(value(fields, "register")),
                    URI.create(value(fields, "source")),
                    LocalDate.parse(value(fields, "checked")));
            providers.add(Provider.of(loop, fields));
            fields.clear();
        }
    }

    private static String value(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
