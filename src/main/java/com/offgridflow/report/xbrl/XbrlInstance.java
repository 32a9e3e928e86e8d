package com.offgridflow.report.xbrl;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.Taxonomy;
import com.offgridflow.report.xbrl.FactPlan.Fact;
import com.offgridflow.report.xbrl.instance.Context;
import com.offgridflow.report.xbrl.instance.DatePeriod;
import com.offgridflow.report.xbrl.instance.Entity;
import com.offgridflow.report.xbrl.instance.ExplicitMember;
import com.offgridflow.report.xbrl.instance.Instance;
import com.offgridflow.report.xbrl.instance.NumericFact;
import com.offgridflow.report.xbrl.instance.Scenario;
import com.offgridflow.report.xbrl.instance.SchemaRef;
import com.offgridflow.report.xbrl.instance.TypeAttribute;
import com.offgridflow.report.xbrl.instance.Unit;
import com.offgridflow.report.xbrl.instance.XbrlDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlDate;
import org.apache.xmlbeans.XmlError;
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
    declareNamespaces(instance);
    SchemaRef schemaRef = instance.addNewSchemaRef();
    schemaRef.setType(TypeAttribute.Type.SIMPLE);
    schemaRef.setHref(taxonomy.schemaRef());
    plan.contexts().forEach(context -> addContext(instance, context));
    plan.units().forEach(unit -> addUnit(instance, unit));
    plan.facts().forEach(fact -> addFact(instance, fact));
    return document;
  }

  private void declareNamespaces(Instance instance) {
    Map<String, String> namespaces =
        Map.of(
            "xbrli",
            Namespaces.INSTANCE,
            "link",
            Namespaces.LINKBASE,
            "xlink",
            Namespaces.XLINK,
            "xbrldi",
            Namespaces.DIMENSION,
            "utr",
            Namespaces.UNITS,
            taxonomy.prefix(),
            taxonomy.namespace());
    try (XmlCursor cursor = instance.newCursor()) {
      cursor.toNextToken();
      namespaces.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> cursor.insertNamespace(entry.getKey(), entry.getValue()));
    }
  }

  private void addContext(Instance instance, FactPlan.Context planned) {
    Context context = instance.addNewContext();
    context.setId(planned.id());
    Entity.Identifier identifier = context.addNewEntity().addNewIdentifier();
    identifier.setScheme(Namespaces.LEI_SCHEME);
    identifier.setStringValue(report.request().entity().lei().code());
    DatePeriod period = context.addNewPeriod();
    period.xsetStartDate(date(report.request().period().start()));
    period.xsetEndDate(date(report.request().period().lastDay()));
    if (!planned.dimensions().isEmpty()) {
      Scenario scenario = context.addNewScenario();
      planned.dimensions().forEach(dimension -> addMember(scenario, dimension));
    }
  }

  private void addMember(Scenario scenario, Dimension dimension) {
    ExplicitMember member = scenario.addNewExplicitMember();
    member.setDimension(new QName(taxonomy.namespace(), dimension.axis()));
    member.setQNameValue(new QName(taxonomy.namespace(), dimension.member()));
  }

  private static void addUnit(Instance instance, String id) {
    Unit unit = instance.addNewUnit();
    unit.setId(FactPlan.unitId(id));
    unit.setMeasure(new QName(Namespaces.UNITS, id));
  }

  private void addFact(Instance instance, Fact planned) {
    NumericFact fact = instance.addNewItem();
    fact.setId(planned.id());
    fact.setContextRef(planned.contextId());
    fact.setUnitRef(planned.unitId());
    fact.setDecimals(planned.value().decimals());
    fact.setStringValue(planned.value().published().toPlainString());
    try (XmlCursor cursor = fact.newCursor()) {
      cursor.setName(
          new QName(
              taxonomy.namespace(), planned.value().concept().orElseThrow(), taxonomy.prefix()));
    }
  }

  private static XmlDate date(LocalDate day) {
    return XmlDate.Factory.newValue(day.toString());
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
