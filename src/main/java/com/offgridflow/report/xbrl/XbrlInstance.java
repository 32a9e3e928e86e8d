package com.offgridflow.report.xbrl;

import com.offgridflow.report.Report;
import com.offgridflow.report.Taxonomy;
import com.offgridflow.report.xbrl.instance.Instance;
import com.offgridflow.report.xbrl.instance.NumericFact;
import com.offgridflow.report.xbrl.instance.SchemaRef;
import com.offgridflow.report.xbrl.instance.TextFact;
import com.offgridflow.report.xbrl.instance.TypeAttribute;
import com.offgridflow.report.xbrl.instance.XbrlDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;

/** Renders a report as an XBRL 2.1 instance document. */
public final class XbrlInstance {
  private final Report report;
  private final Taxonomy taxonomy;
  private final FactPlan plan;

  private XbrlInstance(Report report) {
    this.report = report;
    this.taxonomy = report.framework().requireTaxonomy();
    this.plan = FactPlan.of(report);
  }

  /** The instance document in UTF-8. A report without values gives one without facts. */
  public static byte[] render(Report report) {
    XbrlDocument document = new XbrlInstance(report).document();
    requireValid(document, report);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.save(bytes, new XmlOptions().setSavePrettyPrint().setCharacterEncoding("UTF-8"));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The contexts and units alone, as an inline document holds them among its resources; each
   * element declares the namespaces that it uses.
   */
  public static List<String> resources(Report report) {
    Instance instance = new XbrlInstance(report).document().getXbrl();
    XmlOptions options = new XmlOptions().setSaveOuter().setSaveAggressiveNamespaces();
    return Stream.concat(
            Arrays.stream(instance.getContextArray()), Arrays.stream(instance.getUnitArray()))
        .map(element -> element.xmlText(options))
        .toList();
  }

  private XbrlDocument document() {
    XbrlDocument document = XbrlDocument.Factory.newInstance();
    Instance instance = document.addNewXbrl();
    SchemaRef schemaRef = instance.addNewSchemaRef();
    schemaRef.setType(TypeAttribute.Type.SIMPLE);
    schemaRef.setHref(taxonomy.schemaRef());
    new XbrlResources(report).write(instance, plan);
    plan.facts().forEach(fact -> add(instance, fact));
    plan.comparisons().forEach(fact -> add(instance, fact));
    plan.texts().forEach(fact -> add(instance, fact));
    return document;
  }

  private void add(Instance instance, FactPlan.Fact planned) {
    NumericFact fact = instance.addNewItem();
    fact.setId(planned.id());
    fact.setContextRef(planned.contextId());
    fact.setUnitRef(planned.unitId());
    set(fact, planned.value().published(), planned.value().decimals());
    name(fact, planned.value().concept().orElseThrow());
  }

  private void add(Instance instance, FactPlan.ComparisonFact planned) {
    NumericFact fact = instance.addNewItem();
    fact.setId(planned.id());
    fact.setContextRef(planned.contextId());
    fact.setUnitRef(planned.unitId());
    set(fact, planned.comparison().published(), planned.decimals());
    name(fact, planned.value().concept().orElseThrow());
  }

  private static void set(NumericFact fact, BigDecimal value, int decimals) {
    fact.setDecimals(decimals);
    fact.setStringValue(value.toPlainString());
  }

  private void add(Instance instance, FactPlan.TextFact planned) {
    TextFact fact = instance.addNewText();
    fact.setId(planned.id());
    fact.setContextRef(planned.contextId());
    fact.setLang(report.request().language().toLanguageTag());
    List<String> paragraphs = Paragraphs.of(planned.text().text());
    fact.setStringValue(planned.block() ? xhtml(paragraphs) : String.join("\n\n", paragraphs));
    name(fact, planned.text().concept().orElseThrow());
  }

  private static String xhtml(List<String> paragraphs) {
    return paragraphs.stream()
        .map(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .map(text -> "<p xmlns=\"" + Namespaces.XHTML + "\">" + text + "</p>")
        .collect(Collectors.joining());
  }

  private void name(XmlObject fact, String concept) {
    try (XmlCursor cursor = fact.newCursor()) {
      cursor.setName(new QName(taxonomy.namespace(), concept, taxonomy.prefix()));
    }
  }

  private static void requireValid(XbrlDocument document, Report report) {
    List<XmlError> errors = new ArrayList<>();
    if (!document.validate(new XmlOptions().setErrorListener(errors))) {
      throw new IllegalStateException(
          "instance of report %s is not valid by schemas/xbrl-instance.xsd: %s"
              .formatted(report.request().id(), errors));
    }
  }
}
