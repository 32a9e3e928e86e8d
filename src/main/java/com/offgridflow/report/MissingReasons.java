package com.offgridflow.report;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.report.Finding.Missing;
import com.offgridflow.report.energy.EnergyCarrier;
import com.offgridflow.report.energy.EnergyGap;
import com.offgridflow.report.energy.EnergySelection;
import com.offgridflow.report.statement.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says why a data point has no value, and what would give it one. */
final class MissingReasons {
  private static final int GAPS_SHOWN = 3;

  private final Framework framework;
  private final Locale language;
  private final Messages messages;

  MissingReasons(Framework framework, Locale language) {
    this.framework = framework;
    this.language = language;
    this.messages = Messages.in(language);
  }

  Missing underReview(WithheldFigure figure) {
    String reason =
        messages.get("missing.withheld", figure.activities(), String.join("; ", figure.reasons()));
    return new Missing(reason, new Remedy(Remedy.Kind.REVIEW, figure.reasons()));
  }

  Missing noEmissions(DataPoint point, EmissionSelection selection) {
    String reason =
        point.whenMissing().map(text -> text.in(language)).orElseGet(() -> noEmissions(selection));
    return new Missing(reason, new Remedy(Remedy.Kind.ACTIVITIES, kinds(selection)));
  }

  private String noEmissions(EmissionSelection selection) {
    return selection
        .category()
        .map(category -> messages.get("missing.category", category.toString()))
        .orElseGet(() -> messages.get("missing.scope", String.valueOf(selection.scope())));
  }

  /** Kinds that lead to emissions of the scope: GHG Protocol Corporate Standard, chapter 4. */
  private static List<String> kinds(EmissionSelection selection) {
    return List.of(ActivityKind.values()).stream()
        .filter(kind -> ActivityScopes.of(kind) == selection.scope())
        .filter(
            kind -> selection.category().isEmpty() || selection.category().equals(kind.category()))
        .map(ActivityKind::code)
        .toList();
  }

  Missing noGas(Gas gas, EmissionSelection selection) {
    String scope = String.valueOf(selection.scope());
    return new Missing(
        messages.get("missing.gas", gas.code(), scope),
        new Remedy(Remedy.Kind.ACTIVITIES, kinds(selection)));
  }

  Missing gasUntold(Gas gas, long untold) {
    return new Missing(
        messages.get("missing.gas.untold", gas.code(), untold),
        new Remedy(Remedy.Kind.FACTORS, List.of(gas.code())));
  }

  Missing noEnergy(EnergySelection selection) {
    List<String> carriers =
        (selection.carriers().isEmpty() ? List.of(EnergyCarrier.values()) : selection.carriers())
            .stream().map(EnergyCarrier::code).sorted().toList();
    String sources =
        selection.sources().stream()
            .map(source -> messages.get("energySource." + source.code()))
            .sorted()
            .collect(Collectors.joining(", "));
    String named =
        carriers.stream()
            .map(carrier -> messages.get("carrier." + carrier))
            .collect(Collectors.joining(", "));
    String key = sources.isEmpty() ? "missing.energy" : "missing.energy.source";
    return new Missing(
        messages.get(key, named, sources), new Remedy(Remedy.Kind.ACTIVITIES, carriers));
  }

  Missing energyUnknown(List<EnergyGap> gaps) {
    List<String> all = gaps.stream().map(EnergyGap::message).distinct().toList();
    String shown = all.stream().limit(GAPS_SHOWN).collect(Collectors.joining("; "));
    return new Missing(
        messages.get("missing.energy.unknown", all.size(), shown),
        new Remedy(Remedy.Kind.FACTORS, all));
  }

  Missing missingParts(List<String> parts, Map<String, Finding> findings) {
    List<String> absent =
        parts.stream().filter(id -> !(findings.get(id) instanceof Finding.Figure)).toList();
    return new Missing(
        messages.get("missing.parts", labels(absent)), new Remedy(Remedy.Kind.DATA_POINTS, absent));
  }

  Missing dividesByZero(String under) {
    return new Missing(
        messages.get("missing.zero", labels(List.of(under))),
        new Remedy(Remedy.Kind.DATA_POINTS, List.of(under)));
  }

  /** What is stated is to be stated anew; what was computed is for a person to look at. */
  Missing belowZero(DataPoint point, Finding.Figure figure) {
    String amount =
        figure.exact().setScale(point.decimals(), ReportValue.PUBLICATION).toPlainString();
    String reason = messages.get("missing.belowZero", amount, figure.unit());
    return figure
        .stated()
        .map(statement -> wrong(reason, statement))
        .orElseGet(() -> new Missing(reason, new Remedy(Remedy.Kind.REVIEW, List.of(reason))));
  }

  Missing unstated(String key) {
    return new Missing(
        messages.get("missing.statement", key), new Remedy(Remedy.Kind.STATEMENT, List.of(key)));
  }

  Missing wrongUnit(Statement statement, String hint) {
    return wrong(messages.get("missing.unit", statement.key(), statement.unit(), hint), statement);
  }

  Missing wrongWords(Statement statement, String pattern) {
    return wrong(
        messages.get("missing.words", statement.key(), statement.text(), pattern), statement);
  }

  private static Missing wrong(String reason, Statement statement) {
    return new Missing(reason, new Remedy(Remedy.Kind.CORRECTION, List.of(statement.key())));
  }

  private String labels(List<String> ids) {
    return ids.stream()
        .map(id -> framework.dataPoint(id).label().in(language))
        .collect(Collectors.joining("; "));
  }
}
