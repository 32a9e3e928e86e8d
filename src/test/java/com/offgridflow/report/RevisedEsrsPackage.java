package com.offgridflow.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A taxonomy package of the climate elements of the draft of the revised ESRS, made from the list
 * beside the project: elements, types and closed hypercubes as it notes them, without labels.
 */
public final class RevisedEsrsPackage {
  private static final String NAMESPACE = "https://xbrl.efrag.org/taxonomy/esrs/2026-08-30";
  private static final String DIM = "http://xbrl.org/int/dim/arcrole/";
  private static final String ROLE = "https://xbrl.efrag.org/taxonomy/";

  /** Two arcs of one link may not join the same ends. */
  private static final String DEFAULTS = "role-990000";

  private final Map<String, String> elements = new LinkedHashMap<>();
  private final Map<String, Set<String>> arcs = new LinkedHashMap<>();

  private RevisedEsrsPackage(List<CSVRecord> rows) {
    Map<String, CSVRecord> byPlace = new LinkedHashMap<>();
    for (CSVRecord row : rows) {
      // of two rows in one place, the abstract one has children
      byPlace.put(row.get("role") + " " + row.get("order"), row);
      elements.put(id(row), element(row));
    }
    byPlace.values().forEach(row -> relate(row, byPlace));
  }

  /** Writes it into the directory. */
  public static Path write(Path directory) throws IOException {
    RevisedEsrsPackage made = new RevisedEsrsPackage(rows());
    Path file = directory.resolve("esrs-2026-08-30.zip");
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      entry(zip, "esrs/META-INF/catalog.xml", catalog());
      entry(zip, "esrs/META-INF/taxonomyPackage.xml", description());
      entry(zip, "esrs/esrs.xsd", made.schema());
      entry(zip, "esrs/definition.xml", made.linkbase());
    }
    return file;
  }

  private static List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser =
        CSVParser.parse(SharedTaxonomies.revisedEsrs(), StandardCharsets.UTF_8, format)) {
      return new ArrayList<>(
          parser.getRecords().stream()
              .filter(row -> !row.get("type").startsWith("enum2:"))
              .toList());
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** The domain of countries stands in another taxonomy, here among the rest. */
  private static String id(CSVRecord row) {
    return "esrs_" + row.get("element").replace("country:", "");
  }

  private static String element(CSVRecord row) {
    boolean axis = row.get("kind").equals("axis");
    String group = row.get("substitutionGroup");
    return "<xs:element id='%s' name='%s' type='%s' substitutionGroup='%s' abstract='%s' nillable='true' xbrli:periodType='duration'%s/>"
        .formatted(
            id(row),
            id(row).substring(5),
            row.get("type").isEmpty() ? "dtr-types:domainItemType" : row.get("type"),
            group.isEmpty() ? "xbrli:item" : group,
            !row.get("kind").equals("concept"),
            axis && row.get("notes").startsWith("typed:")
                ? " xbrldt:typedDomainRef='#esrs_TYP'"
                : "");
  }

  private void relate(CSVRecord row, Map<String, CSVRecord> byPlace) {
    String order = row.get("order");
    String above = order.contains(".") ? order.substring(0, order.lastIndexOf('.')) : "0";
    CSVRecord parent = byPlace.get(row.get("role") + " " + above);
    if (parent == null || order.equals("0")) {
      return;
    }
    switch (row.get("kind")) {
      case "table" -> arc(row.get("role"), "all", parent, row);
      case "axis" -> arc(row.get("role"), "hypercube-dimension", parent, row);
      case "domain" -> domain(row, parent);
      case "member" -> arc(row.get("role"), "domain-member", domainOf(row, above, byPlace), row);
      case "lineItems" -> arc(row.get("role"), "domain-member", parent, row);
      case "concept" -> concept(row, parent);
      default -> {}
    }
  }

  private static CSVRecord domainOf(CSVRecord row, String axis, Map<String, CSVRecord> byPlace) {
    return byPlace.get(row.get("role") + " " + axis + ".0");
  }

  private void domain(CSVRecord row, CSVRecord axis) {
    if (axis.get("kind").equals("axis")) {
      arc(row.get("role"), "dimension-domain", axis, row);
      arc(DEFAULTS, "dimension-default", axis, row);
    }
  }

  private void concept(CSVRecord row, CSVRecord parent) {
    if (Set.of("lineItems", "concept").contains(parent.get("kind"))
        && row.get("order").contains(".")) {
      arc(row.get("role"), "domain-member", parent, row);
    }
  }

  private void arc(String role, String kind, CSVRecord from, CSVRecord to) {
    if (from != null) {
      String cube =
          kind.equals("all") ? " xbrldt:closed='true' xbrldt:contextElement='scenario'" : "";
      arcs.computeIfAbsent(role, key -> new LinkedHashSet<>())
          .add(
              "<link:definitionArc xlink:type='arc' xlink:arcrole='%s%s' xlink:from='%s' xlink:to='%s'%s/>"
                  .formatted(DIM, kind, id(from), id(to), cube));
    }
  }

  private static String catalog() {
    return "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'><rewriteURI uriStartString='%s/' rewritePrefix='../'/></catalog>"
        .formatted(NAMESPACE);
  }

  private static String description() {
    return "<tp:taxonomyPackage xml:lang='en' xmlns:tp='http://xbrl.org/2016/taxonomy-package'><tp:identifier>%s</tp:identifier></tp:taxonomyPackage>"
        .formatted(NAMESPACE);
  }

  private String schema() {
    StringBuilder roles = new StringBuilder();
    arcs.keySet()
        .forEach(
            role ->
                roles.append(
                    "<link:roleType roleURI='%s%s' id='%s'><link:usedOn>link:definitionLink</link:usedOn></link:roleType>"
                        .formatted(ROLE, role, role)));
    return """
        <xs:schema targetNamespace='%s' elementFormDefault='qualified' xmlns:xs='http://www.w3.org/2001/XMLSchema'
          xmlns:xbrli='http://www.xbrl.org/2003/instance' xmlns:xbrldt='http://xbrl.org/2005/xbrldt'
          xmlns:link='http://www.xbrl.org/2003/linkbase' xmlns:xlink='http://www.w3.org/1999/xlink'
          xmlns:dtr-types='http://www.xbrl.org/dtr/type/2024-01-31'>
        <xs:annotation><xs:appinfo>
        <link:linkbaseRef xlink:type='simple' xlink:href='definition.xml' xlink:role='http://www.xbrl.org/2003/role/definitionLinkbaseRef' xlink:arcrole='http://www.w3.org/1999/xlink/properties/linkbase'/>
        %s</xs:appinfo></xs:annotation>
        <xs:import namespace='http://www.xbrl.org/2003/instance' schemaLocation='http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd'/>
        <xs:import namespace='http://xbrl.org/2005/xbrldt' schemaLocation='http://www.xbrl.org/2005/xbrldt-2005.xsd'/>
        <xs:import namespace='http://www.xbrl.org/dtr/type/2024-01-31' schemaLocation='https://www.xbrl.org/dtr/type/2024-01-31/types.xsd'/>
        <xs:element id='esrs_TYP' name='TYP' type='xs:string'/>
        %s</xs:schema>"""
        .formatted(NAMESPACE, roles, String.join("\n", elements.values()));
  }

  private String linkbase() {
    StringBuilder links = new StringBuilder();
    arcs.forEach(
        (role, all) ->
            links.append(
                "<link:roleRef xlink:type='simple' roleURI='%s%s' xlink:href='esrs.xsd#%s'/>"
                    .formatted(ROLE, role, role)));
    for (String name :
        List.of(
            "all",
            "hypercube-dimension",
            "dimension-domain",
            "dimension-default",
            "domain-member")) {
      links.append(
          "<link:arcroleRef xlink:type='simple' arcroleURI='%s%s' xlink:href='http://www.xbrl.org/2005/xbrldt-2005.xsd#%s'/>"
              .formatted(DIM, name, name));
    }
    arcs.forEach((role, all) -> links.append(link(role, all)));
    return "<link:linkbase xmlns:link='http://www.xbrl.org/2003/linkbase' xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:xbrldt='http://xbrl.org/2005/xbrldt'>%s</link:linkbase>"
        .formatted(links);
  }

  private String link(String role, Set<String> all) {
    StringBuilder locators = new StringBuilder();
    elements.keySet().stream()
        .filter(id -> all.stream().anyMatch(arc -> arc.contains("'" + id + "'")))
        .forEach(
            id ->
                locators.append(
                    "<link:loc xlink:type='locator' xlink:href='esrs.xsd#%s' xlink:label='%s'/>"
                        .formatted(id, id)));
    return "<link:definitionLink xlink:type='extended' xlink:role='%s%s'>%s%s</link:definitionLink>"
        .formatted(ROLE, role, locators, String.join("\n", all));
  }
}
