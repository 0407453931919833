package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README and the pages of docs hold what is true: code that is compiled and run, commands and links that exist. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    /** A fenced block of a page. */
    private record Block(Path page, int line, String language, String text) {

        List<String> commands(String program) {
            return text.replace("\\\n", " ")
                    .lines()
                    .map(String::strip)
                    .filter(command -> command.startsWith(program + ' '))
                    .toList();
        }

        @Override
        public String toString() {
            return ROOT.relativize(page) + ":" + line;
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Block> blocks(String language) throws IOException {
        return pages().stream()
                .flatMap(page -> blocksOf(page).stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static List<Block> blocksOf(Path page) {
        String text = read(page);
        Matcher fence = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$").matcher(text);
        return fence.results()
                .map(match -> new Block(page, line(text, match), match.group(1), match.group(2)))
                .toList();
    }

    private static int line(String text, MatchResult match) {
        return (int) text.substring(0, match.start()).lines().count() + 1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Block> code() throws IOException {
        return Stream.concat(blocks("java").stream(), blocks("kotlin").stream());
    }

    @ParameterizedTest
    @MethodSource("code")
    void code_ofAPage_isCodeThatATestRuns(Block block) throws IOException {
        try (Stream<Path> examples = Files.walk(ROOT.resolve("examples/src"));
                Stream<Path> consumers = Files.walk(ROOT.resolve("consumers"))) {
            assertThat(Stream.concat(examples, consumers)
                            .filter(file -> file.toString().matches(".*\\.(java|kt)"))
                            .map(file -> withoutSpace(read(file))))
                    .as("a source below examples/src or consumers that contains the block")
                    .anyMatch(source -> source.contains(withoutSpace(block.text())));
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    static List<Block> configurations() throws IOException {
        return blocks("ini");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configuration_ofAPage_isReadByTheClient(Block block, @TempDir Path home) throws IOException {
        Files.writeString(home.resolve(".ovh.conf"), block.text());
        String before = System.setProperty("user.home", home.toString());
        try (AntispamClient antispam =
                AntispamClient.builder().environment(Map.of()).build()) {
            assertThat(antispam.toString()).contains("ovh-eu", "application keys from " + home);
        } finally {
            System.setProperty("user.home", before);
        }
    }

    static List<Block> dependencies() throws IOException {
        return blocks("xml");
    }

    @ParameterizedTest
    @MethodSource("dependencies")
    void dependency_ofAPage_isAModuleOfThisVersion(Block block) {
        String pom = read(ROOT.resolve("pom.xml"));
        String version = first(pom, "<version>(.*?)</version>");

        assertThat(first(block.text(), "<groupId>(.*?)</groupId>")).isEqualTo(first(pom, "<groupId>(.*?)</groupId>"));
        assertThat(pom).contains("<module>" + first(block.text(), "<artifactId>(.*?)</artifactId>") + "</module>");
        assertThat(first(block.text(), "<version>(.*?)</version>")).isEqualTo(version);
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    static Stream<String> mavenCommands() throws IOException {
        return Stream.concat(
                        pages().stream()
                                .flatMap(page -> Pattern.compile("`(mvn [^`]*)`")
                                        .matcher(read(page))
                                        .results())
                                .map(match -> match.group(1)),
                        Stream.of("", "sh", "bash").flatMap(language -> {
                            try {
                                return blocks(language).stream().flatMap(block -> block.commands("mvn").stream());
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        }))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("mavenCommands")
    void mavenCommand_ofAPage_namesModulesAndExamplesThatExist(String command) {
        String pom = read(ROOT.resolve("pom.xml"));
        Pattern.compile("-pl (\\S+)")
                .matcher(command)
                .results()
                .forEach(module -> assertThat(pom).contains("<module>" + module.group(1) + "</module>"));
        Pattern.compile("-Dexample=(\\w+)")
                .matcher(command)
                .results()
                .forEach(example -> assertThat(examples()).contains(example.group(1)));
    }

    static Stream<String> jars() throws IOException {
        return pages().stream()
                .flatMap(page -> Pattern.compile("java -jar (?:\\$PWD/)?(\\S+/target/\\S+\\.jar)")
                        .matcher(read(page))
                        .results())
                .map(match -> match.group(1))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void jar_ofAPage_isThatOfAModuleInThisVersion(String jar) {
        String pom = read(ROOT.resolve("pom.xml"));
        String module = jar.substring(0, jar.indexOf('/'));

        assertThat(pom).contains("<module>" + module + "</module>");
        assertThat(jar).startsWith(module + "/target/" + module + "-" + first(pom, "<version>(.*?)</version>"));
    }

    private static List<String> examples() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src/main"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Z].*\\.(java|kt)"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readme_isShort_andNamesEveryExampleWithALink() {
        String readme = read(ROOT.resolve("README.md"));

        assertThat(readme.lines().count()).isLessThan(200);
        assertThat(examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(readme)
                        .containsPattern(
                                "\\[" + example + "\\]\\(examples/src/main/\\S*/" + example + "\\.(java|kt)\\)"));
    }

    @Test
    void pageInFrench_hasTheCommandsAndTheStepsOfTheEnglishOne() {
        Path english = ROOT.resolve("docs/you-got-the-mail.md");
        Path french = ROOT.resolve("docs/you-got-the-mail.fr.md");

        assertThat(blocksOf(french).stream().map(Block::text))
                .containsExactlyElementsOf(
                        blocksOf(english).stream().map(Block::text).toList());
        assertThat(headings(french)).hasSameSizeAs(headings(english));
    }

    @Test
    void readme_hasTheCommandThatChecksTheProject() {
        assertThat(blocksOf(ROOT.resolve("README.md")).stream().flatMap(block -> block.commands("mvn").stream()))
                .contains("mvn -B -ntp verify");
        assertThat(read(ROOT.resolve(".ci/run"))).contains("\n.ci/publish-locally\n");
        assertThat(read(ROOT.resolve(".ci/publish-locally"))).contains("mvn -B -ntp verify");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void link_ofAPage_leadsToAFileAndAHeading(Path page) {
        assertThat(LINK.matcher(read(page)).results().toList()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target.normalize()).exists();
            if (link.group(2) != null) {
                assertThat(headings(target)).contains(link.group(2));
            }
        });
    }

    private static List<String> headings(Path page) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void faults_ofTheControlApi_areUnderstoodByTheEmulator() throws Exception {
        try (AntispamEmulator emulator = AntispamEmulator.builder().controlApi().start()) {
            URI faults = emulator.endpoint().resolve("/__emulator/faults");
            List<Block> blocks = blocks("json").stream()
                    .filter(block -> block.page().endsWith("control-api.md"))
                    .toList();
            assertThat(blocks).isNotEmpty();
            for (Block block : blocks) {
                HttpResponse<String> response = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(faults)
                                        .POST(BodyPublishers.ofString(block.text()))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            }
        }
    }
}
