package io.github.ovhantispam.published;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A POM as it would be uploaded. */
record Pom(String text, Element project) {

    static Pom of(Artifact artifact) throws IOException, ParserConfigurationException, SAXException {
        return new Pom(
                Files.readString(artifact.pom()),
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(artifact.pom().toFile())
                        .getDocumentElement());
    }

    /** Returns the names of the elements right below the project. */
    List<String> elements() {
        return children(project).stream().map(Node::getNodeName).toList();
    }

    /** Returns the dependencies, managed ones too. */
    List<Element> dependencies() {
        var nodes = project.getElementsByTagName("dependency");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    /** Returns the text of a child, or an empty text. */
    static String child(Element element, String name) {
        return children(element).stream()
                .filter(node -> node.getNodeName().equals(name))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Node> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .toList();
    }
}
