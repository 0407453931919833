package io.github.ovhantispam.cli.report.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a strict reader sees it: it is XML as well as HTML, so that nothing can be read in two ways. */
final class ParsedPage {

    private final List<Element> elements = new ArrayList<>();

    private ParsedPage() {}

    static ParsedPage of(String page) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList all =
                    builder.parse(new InputSource(new StringReader(page))).getElementsByTagName("*");
            ParsedPage parsed = new ParsedPage();
            for (int i = 0; i < all.getLength(); i++) {
                parsed.elements.add((Element) all.item(i));
            }
            return parsed;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    /** Returns the elements of a name, in the order of the page. */
    List<Element> all(String name) {
        return elements.stream()
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    List<String> texts(String name) {
        return all(name).stream().map(Element::getTextContent).toList();
    }

    /** Returns the values of an attribute, wherever it is. */
    List<String> values(String attribute) {
        return elements.stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    /** Returns each kind of element and attribute that occurs, such as {@code a} and {@code a@href}. */
    Set<String> vocabulary() {
        Set<String> names = new TreeSet<>();
        for (Element element : elements) {
            names.add(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getTagName()
                        + '@'
                        + element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    String text() {
        return elements.get(0).getTextContent();
    }
}
