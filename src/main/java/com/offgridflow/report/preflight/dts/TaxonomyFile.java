package com.offgridflow.report.preflight.dts;

import static com.offgridflow.report.xbrl.Namespaces.DIMENSION_TAXONOMY;
import static com.offgridflow.report.xbrl.Namespaces.INSTANCE;
import static com.offgridflow.report.xbrl.Namespaces.XLINK;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One schema or linkbase: its elements, what it refers to, its definition and calculation arcs. */
final class TaxonomyFile {
  private static final Set<String> SCHEMA_REFERENCES = Set.of("import", "include");
  private static final Set<String> ARCS = Set.of("definitionArc", "calculationArc");
  private static final Set<String> LINKS = Set.of("definitionLink", "calculationLink");

  private final String url;
  private final Map<QName, Concept> concepts = new HashMap<>();
  private final Map<String, QName> ids = new HashMap<>();
  private final List<String> references = new ArrayList<>();
  private final List<LinkbaseArc> arcs = new ArrayList<>();
  private final Map<String, List<String>> locators = new HashMap<>();
  private final List<LinkbaseArc> ofLink = new ArrayList<>();
  private String namespace = "";
  private String role = "";

  TaxonomyFile(String url) {
    this.url = url;
  }

  Map<QName, Concept> concepts() {
    return concepts;
  }

  /** Element names by their ids. */
  Map<String, QName> ids() {
    return ids;
  }

  List<String> references() {
    return references;
  }

  List<LinkbaseArc> arcs() {
    return arcs;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT && LINKS.contains(xml.getLocalName())) {
        endLink();
      }
    }
  }

  private void start(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(xml.getNamespaceURI())) {
      schema(xml, name);
    } else if (name.equals("linkbaseRef") || name.equals("loc")) {
      reference(xml, name);
    } else if (LINKS.contains(name)) {
      role = xml.getAttributeValue(XLINK, "role");
    } else if (ARCS.contains(name)) {
      arc(xml);
    }
  }

  private void schema(XMLStreamReader xml, String name) {
    if (name.equals("schema")) {
      namespace = attribute(xml, null, "targetNamespace");
    } else if (name.equals("element")) {
      element(xml);
    } else if (SCHEMA_REFERENCES.contains(name)) {
      String location = attribute(xml, null, "schemaLocation");
      if (!location.isEmpty()) {
        references.add(location);
      }
    }
  }

  private void element(XMLStreamReader xml) {
    String local = attribute(xml, null, "name");
    if (local.isEmpty()) {
      return;
    }
    QName name = new QName(namespace, local);
    ids.put(attribute(xml, null, "id"), name);
    concepts.put(
        name,
        new Concept(
            name,
            attribute(xml, null, "type").replaceFirst("^.*:", ""),
            attribute(xml, INSTANCE, "periodType"),
            attribute(xml, INSTANCE, "balance"),
            address(attribute(xml, DIMENSION_TAXONOMY, "typedDomainRef")),
            attribute(xml, null, "substitutionGroup").endsWith(":item")
                && !attribute(xml, null, "abstract").equals("true")));
  }

  private String address(String reference) {
    return reference.isEmpty() ? "" : URI.create(url).resolve(reference).toString();
  }

  private void reference(XMLStreamReader xml, String name) {
    String href = xml.getAttributeValue(XLINK, "href");
    if (name.equals("linkbaseRef")) {
      linkbase(href, attribute(xml, XLINK, "role"));
    } else if (!role.isEmpty()) {
      locators
          .computeIfAbsent(xml.getAttributeValue(XLINK, "label"), key -> new ArrayList<>())
          .add(address(href));
      references.add(href.replaceFirst("#.*", ""));
    }
  }

  /** Labels, references and the order of presentation say nothing about validity. */
  private void linkbase(String href, String kind) {
    if (!kind.matches(".*/role/(label|presentation|reference)LinkbaseRef")) {
      references.add(href);
    }
  }

  private void arc(XMLStreamReader xml) {
    ofLink.add(
        new LinkbaseArc(
            role,
            attribute(xml, XLINK, "arcrole"),
            attribute(xml, XLINK, "from"),
            attribute(xml, XLINK, "to"),
            attribute(xml, DIMENSION_TAXONOMY, "targetRole"),
            attribute(xml, DIMENSION_TAXONOMY, "closed").equals("true"),
            !attribute(xml, DIMENSION_TAXONOMY, "usable").equals("false"),
            weight(attribute(xml, null, "weight"))));
  }

  private static BigDecimal weight(String text) {
    return text.isEmpty() ? BigDecimal.ONE : new BigDecimal(text);
  }

  /** Labels are those of the link, and one may stand for several locators. */
  private void endLink() {
    for (LinkbaseArc arc : ofLink) {
      for (String from : locators.getOrDefault(arc.from(), List.of())) {
        for (String to : locators.getOrDefault(arc.to(), List.of())) {
          arcs.add(
              new LinkbaseArc(
                  arc.role(),
                  arc.arcrole(),
                  from,
                  to,
                  arc.targetRole(),
                  arc.closed(),
                  arc.usable(),
                  arc.weight()));
        }
      }
    }
    ofLink.clear();
    locators.clear();
    role = "";
  }

  private static String attribute(XMLStreamReader xml, String space, String name) {
    String value = xml.getAttributeValue(space, name);
    return value == null ? "" : value;
  }
}
