package com.offgridflow.report.view;

import com.offgridflow.report.Coverage.CostShare;
import com.offgridflow.report.FactorReference;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ReportBasis;
import com.offgridflow.report.Restated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report's figures rest on, as templates show it. */
public final class BasisView {
  private static final int ROWS = 25;

  private final ReportBasis basis;
  private final Formats formats;
  private final Messages messages;

  BasisView(ReportBasis basis, Formats formats, Messages messages) {
    this.basis = basis;
    this.formats = formats;
    this.messages = messages;
  }

  /** A table's row: words for the left, figures for the right. */
  public record Row(List<String> words, List<String> figures) {}

  /** Factors of one publication. */
  public record FactorGroup(
      String publisher, String edition, String licence, String attribution, String count) {}

  public List<String> costShares() {
    return basis.coverage().costs().stream().map(this::sentence).toList();
  }

  public List<Row> uncovered() {
    return basis.coverage().uncovered().stream()
        .limit(ROWS)
        .map(
            usage ->
                new Row(
                    List.of(usage.service(), usage.kind()),
                    List.of(formats.count(usage.activities()), formats.money(usage.cost()))))
        .toList();
  }

  /** What the list of uncovered usage leaves out, in words; empty when it is complete. */
  public String furtherUncovered() {
    int further = basis.coverage().uncovered().size() - ROWS;
    return further <= 0 ? "" : messages.get("further", formats.count(further));
  }

  public List<Row> sources() {
    return basis.sources().stream()
        .map(
            source ->
                new Row(
                    List.of(source.name()),
                    List.of(
                        formats.count(source.read()),
                        formats.count(source.accepted()),
                        formats.count(source.rejected()))))
        .toList();
  }

  public List<String> methodology() {
    return Stream.concat(
            basis.methodology().stream(), basis.restatements().stream().map(this::sentence))
        .toList();
  }

  private String sentence(Restated restated) {
    return messages.get(
        "restated",
        String.valueOf(restated.restatement()),
        formats.instant(restated.approvedAt()),
        restated.approvedBy(),
        restated.reason(),
        restated.report());
  }

  public List<FactorGroup> factors() {
    Map<FactorReference, Long> counts =
        basis.factors().stream()
            .collect(
                Collectors.groupingBy(
                    BasisView::publication, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> group(entry.getKey(), formats.count(entry.getValue())))
        .toList();
  }

  private String sentence(CostShare cost) {
    return messages.get(
        "share",
        formats.amount(cost.covered().amount()),
        formats.amount(cost.total().amount()),
        cost.total().currency(),
        cost.share().map(formats::percent).orElse("\u2013"));
  }

  private static FactorReference publication(FactorReference factor) {
    return new FactorReference(
        "", factor.publisher(), factor.edition(), factor.licence(), factor.attribution());
  }

  private static FactorGroup group(FactorReference publication, String count) {
    return new FactorGroup(
        publication.publisher(),
        publication.edition(),
        publication.licence(),
        publication.attribution(),
        count);
  }
}
