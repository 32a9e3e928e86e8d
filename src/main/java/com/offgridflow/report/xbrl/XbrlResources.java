package com.offgridflow.report.xbrl;

import com.offgridflow.report.Dimension;
import com.offgridflow.report.Report;
import com.offgridflow.report.ReportingPeriod;
import com.offgridflow.report.Taxonomy;
import com.offgridflow.report.xbrl.instance.Context;
import com.offgridflow.report.xbrl.instance.DatePeriod;
import com.offgridflow.report.xbrl.instance.Divide;
import com.offgridflow.report.xbrl.instance.Entity;
import com.offgridflow.report.xbrl.instance.ExplicitMember;
import com.offgridflow.report.xbrl.instance.Instance;
import com.offgridflow.report.xbrl.instance.Scenario;
import com.offgridflow.report.xbrl.instance.TypedMember;
import com.offgridflow.report.xbrl.instance.Unit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlDate;

/** Writes the contexts and units of a report. */
final class XbrlResources {
  /** What EFRAG's taxonomies call the element that holds the member of each typed dimension. */
  private static final String TYPED_DOMAIN = "TYP";

  private final Report report;
  private final Taxonomy taxonomy;

  XbrlResources(Report report) {
    this.report = report;
    this.taxonomy = report.framework().requireTaxonomy();
  }

  void write(Instance instance, FactPlan plan) {
    declareNamespaces(instance);
    plan.contexts().forEach(context -> addContext(instance.addNewContext(), context));
    plan.units().forEach(unit -> addUnit(instance.addNewUnit(), unit));
  }

  private void declareNamespaces(Instance instance) {
    Map<String, String> namespaces = new LinkedHashMap<>();
    namespaces.put("iso4217", Namespaces.CURRENCIES);
    namespaces.put("link", Namespaces.LINKBASE);
    namespaces.put("utr", Namespaces.UNITS);
    namespaces.put("xbrldi", Namespaces.DIMENSION);
    namespaces.put("xbrli", Namespaces.INSTANCE);
    namespaces.put("xlink", Namespaces.XLINK);
    namespaces.put(taxonomy.prefix(), taxonomy.namespace());
    try (XmlCursor cursor = instance.newCursor()) {
      cursor.toNextToken();
      namespaces.forEach(cursor::insertNamespace);
    }
  }

  private void addContext(Context context, FactPlan.Context planned) {
    context.setId(planned.id());
    Entity.Identifier identifier = context.addNewEntity().addNewIdentifier();
    identifier.setScheme(Namespaces.LEI_SCHEME);
    identifier.setStringValue(report.request().entity().lei().code());
    setPeriod(context.addNewPeriod(), planned.period());
    if (!planned.dimensions().isEmpty()) {
      Scenario scenario = context.addNewScenario();
      planned.dimensions().forEach(dimension -> addMember(scenario, dimension));
    }
  }

  private static void setPeriod(DatePeriod element, ReportingPeriod period) {
    element.xsetStartDate(date(period.start()));
    element.xsetEndDate(date(period.lastDay()));
  }

  private static XmlDate date(LocalDate day) {
    return XmlDate.Factory.newValue(day.toString());
  }

  private void addMember(Scenario scenario, Dimension dimension) {
    QName axis = new QName(taxonomy.namespace(), dimension.axis());
    if (dimension.typed()) {
      addTypedMember(scenario.addNewTypedMember(), axis, dimension.member());
    } else {
      ExplicitMember member = scenario.addNewExplicitMember();
      member.setDimension(axis);
      member.setQNameValue(new QName(taxonomy.namespace(), dimension.member()));
    }
  }

  private void addTypedMember(TypedMember member, QName axis, String text) {
    member.setDimension(axis);
    try (XmlCursor cursor = member.newCursor()) {
      cursor.toEndToken();
      cursor.insertElementWithText(
          new QName(taxonomy.namespace(), TYPED_DOMAIN, taxonomy.prefix()), text);
    }
  }

  private static void addUnit(Unit unit, String text) {
    Measures measures = Measures.of(text);
    unit.setId(FactPlan.unitId(text));
    if (measures.denominator().isEmpty()) {
      unit.setMeasure(measures.numerator());
    } else {
      Divide divide = unit.addNewDivide();
      divide.addNewUnitNumerator().setMeasure(measures.numerator());
      divide.addNewUnitDenominator().setMeasure(measures.denominator().get(0));
    }
  }
}
