package com.offgridflow.report.view;

import static com.offgridflow.report.view.TableView.figures;
import static com.offgridflow.report.view.TableView.words;

import com.offgridflow.report.Confidence;
import com.offgridflow.report.Messages;
import com.offgridflow.report.ScopeConfidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the figures of each scope can be trusted, and all of them together. */
public final class UncertaintyView {
  private final List<ScopeConfidence> confidences;
  private final Formats formats;
  private final Messages messages;
  private final Map<String, String> words;

  UncertaintyView(List<ScopeConfidence> confidences, Formats formats, Messages messages) {
    this.confidences = confidences;
    this.formats = formats;
    this.messages = messages;
    this.words = messages.words();
  }

  /** One row for each scope that has emissions, and one for all. */
  public TableView table() {
    TableView.Builder table =
        TableView.with(
            words(words.get("scopeColumn"), 26),
            figures("tCO2e", 34),
            figures(words.get("withInterval"), 24),
            figures(words.get("lowerBound"), 34),
            figures(words.get("upperBound"), 34),
            figures(words.get("dataQuality"), 18));
    confidences.forEach(each -> add(table, each));
    return table.done();
  }

  /** The interval of a scope, or of all, in a few words; empty where there is none. */
  String brief(Optional<Integer> scope) {
    return confidences.stream()
        .filter(each -> each.scope().equals(scope))
        .map(ScopeConfidence::confidence)
        .filter(confidence -> confidence.knownKg().signum() != 0)
        .map(this::brief)
        .findFirst()
        .orElse("");
  }

  private String brief(Confidence confidence) {
    String lower = formats.tonnes(confidence.lower());
    String upper = formats.tonnes(confidence.upper());
    return confidence.knownShare().compareTo(BigDecimal.ONE) == 0
        ? messages.get("interval", lower, upper)
        : messages.get("interval.part", formats.percent(confidence.knownShare()), lower, upper);
  }

  private void add(TableView.Builder table, ScopeConfidence each) {
    Confidence confidence = each.confidence();
    boolean known = confidence.knownKg().signum() != 0;
    table.row(
        each.scope().isEmpty(),
        "",
        each.scope().map(scope -> messages.get("scope", scope.toString())).orElse(words.get("sum")),
        formats.tonnes(confidence.totalKg()),
        formats.percent(confidence.knownShare()),
        known ? formats.tonnes(confidence.lower()) : Formats.NOTHING,
        known ? formats.tonnes(confidence.upper()) : Formats.NOTHING,
        confidence.quality().map(formats::score).orElse(Formats.NOTHING));
  }
}
