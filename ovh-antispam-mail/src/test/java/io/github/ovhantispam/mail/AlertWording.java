package io.github.ovhantispam.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words of an alert in one language, and an alert made of them. Knows nothing of the parser. */
record AlertWording(String name, Properties words) {

    static final List<AlertWording> ALL = read();

    private static List<AlertWording> read() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(AlertWording.class.getResourceAsStream("alert-wordings.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> new AlertWording(name, words))
                .toList();
    }

    static AlertWording of(String name) {
        return ALL.stream()
                .filter(wording -> wording.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The text of an alert, LF at its line ends. */
    String alert(String address, List<SpamSample> samples) {
        return text("greeting") + "\n\n" + text("heading").replace("{ip}", address) + "\n\n" + text("port") + "\n"
                + text("intro") + "\n\n"
                + samples.stream().map(this::line).collect(Collectors.joining())
                + words.getProperty(name + ".footer", "").replaceFirst("^(?=.)", "\n");
    }

    String line(SpamSample sample) {
        String[] labels = text("labels").split("\\|", -1);
        return labels[0] + " " + sample.destination() + " - " + labels[1] + " "
                + sample.messageId().map(MessageId::value).orElse("") + " - " + labels[2] + " " + sample.score() + "\n";
    }

    private String text(String part) {
        return words.getProperty(name + "." + part);
    }

    @Override
    public String toString() {
        return name;
    }
}
