package com.offgridflow.report;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads schemas and linkbases of taxonomies, and the hub's lists of their elements. */
final class TaxonomyFiles {
  static final String ARC = "http://xbrl.org/int/dim/arcrole/";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** A line of {@code schemas/concepts}. */
  record Listed(String name, String kind, String type, String period, String axis, String role) {}

  /** A relation between two elements in a role. */
  record Arc(String role, String arcrole, String from, String to) {}

  private TaxonomyFiles() {}

  static List<Listed> listed(Path list) throws Exception {
    return Files.readAllLines(list).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(field -> new Listed(field[0], field[1], field[2], field[3], field[4], field[5]))
        .toList();
  }

  static Map<String, Element> elements(Document schema) {
    return elementsOf(schema.getElementsByTagNameNS("*", "element"))
        .filter(element -> !element.getAttribute("name").isEmpty())
        .collect(toMap(element -> element.getAttribute("name"), element -> element));
  }

  static List<Arc> arcs(Document linkbase) {
    return elementsOf(linkbase.getDocumentElement().getElementsByTagNameNS("*", "*"))
        .filter(element -> element.getAttributeNS(XLINK, "type").equals("extended"))
        .flatMap(TaxonomyFiles::arcsOfLink)
        .toList();
  }

  static Stream<Arc> arcsOfLink(Element link) {
    String role = link.getAttributeNS(XLINK, "role");
    Map<String, String> locators = new HashMap<>();
    elementsOf(link.getElementsByTagNameNS("*", "loc"))
        .forEach(loc -> locators.put(xlink(loc, "label"), elementName(xlink(loc, "href"))));
    return elementsOf(link.getElementsByTagNameNS("*", "*"))
        .filter(element -> xlink(element, "type").equals("arc"))
        .map(
            arc ->
                new Arc(
                    role,
                    xlink(arc, "arcrole"),
                    locators.get(xlink(arc, "from")),
                    locators.get(xlink(arc, "to"))));
  }

  static Set<String> reachable(List<Arc> arcs, String role, String start, String arcrole) {
    Set<String> found = new HashSet<>();
    for (Arc arc : arcs) {
      if (arc.role().equals(role)
          && arc.from().equals(start)
          && arc.arcrole().equals(ARC + arcrole)
          && found.add(arc.to())) {
        found.addAll(reachable(arcs, role, arc.to(), "domain-member"));
      }
    }
    return found;
  }

  /** By element, the paragraphs of the standard that the taxonomy refers to, such as 37(c)(i). */
  static Map<String, Set<String>> paragraphs(Document linkbase, String standard) {
    Map<String, Set<String>> cited = new HashMap<>();
    elementsOf(linkbase.getElementsByTagNameNS("*", "referenceLink"))
        .forEach(link -> cite(link, standard, cited));
    return cited;
  }

  private static void cite(Element link, String standard, Map<String, Set<String>> cited) {
    Map<String, String> locators = new HashMap<>();
    elementsOf(link.getElementsByTagNameNS("*", "loc"))
        .forEach(loc -> locators.put(xlink(loc, "label"), elementName(xlink(loc, "href"))));
    Map<String, Element> references = new HashMap<>();
    elementsOf(link.getElementsByTagNameNS("*", "reference"))
        .filter(reference -> child(reference, "Name").equals(standard))
        .forEach(reference -> references.put(xlink(reference, "label"), reference));
    elementsOf(link.getElementsByTagNameNS("*", "referenceArc"))
        .filter(arc -> references.containsKey(xlink(arc, "to")))
        .forEach(
            arc ->
                cited
                    .computeIfAbsent(locators.get(xlink(arc, "from")), name -> new HashSet<>())
                    .add(paragraph(references.get(xlink(arc, "to")))));
  }

  private static String paragraph(Element reference) {
    return child(reference, "Paragraph")
        + bracketed(child(reference, "Subparagraph"))
        + bracketed(child(reference, "Clause"));
  }

  private static String bracketed(String part) {
    return part.isEmpty() ? "" : "(" + part + ")";
  }

  static String elementName(String href) {
    return href.substring(href.indexOf('#') + 1).replaceFirst("^[a-z]+_", "");
  }

  static String xlink(Element element, String name) {
    return element.getAttributeNS(XLINK, name);
  }

  static String child(Element element, String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  static Stream<Element> elementsOf(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }
}
