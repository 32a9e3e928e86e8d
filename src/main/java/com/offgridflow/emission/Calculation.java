package com.offgridflow.emission;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** A formula with its figures, the same for every quantity; its JSON text is made once. */
public final class Calculation {
  private final String formula;
  private final List<Step> steps;
  private final List<String> factorIds;
  private final String json;
  private final String digest;

  /**
   * @param formula the formula in words
   * @param steps its figures, in order
   */
  public Calculation(String formula, List<Step> steps) {
    this.formula = formula;
    this.steps = List.copyOf(steps);
    this.factorIds =
        steps.stream().map(Step::factorId).filter(id -> !id.isEmpty()).distinct().toList();
    this.json = render();
    this.digest = DigestUtils.sha256Hex(toJson());
  }

  public String formula() {
    return formula;
  }

  public List<Step> steps() {
    return steps;
  }

  /** Every factor used, in order. */
  public List<String> factorIds() {
    return factorIds;
  }

  /** Formula and steps as compact JSON, the same for the same calculation. */
  public String toJson() {
    return '{' + json + '}';
  }

  /** SHA-256 of {@link #toJson} in lower-case hex: a key under which to keep it once. */
  public String digest() {
    return digest;
  }

  /** The members of {@link #toJson}, without braces. */
  String members() {
    return json;
  }

  private String render() {
    StringBuilder text = new StringBuilder("\"formula\":");
    Json.append(text, formula);
    text.append(",\"steps\":[");
    for (int i = 0; i < steps.size(); i++) {
      append(text.append(i == 0 ? "" : ","), steps.get(i));
    }
    return text.append(']').toString();
  }

  private static void append(StringBuilder text, Step step) {
    Json.append(text.append("{\"name\":"), step.name());
    text.append(",\"value\":").append(step.value().toPlainString());
    Json.append(text.append(",\"unit\":"), step.unit());
    if (!step.factorId().isEmpty()) {
      Json.append(text.append(",\"factor\":"), step.factorId());
    }
    Json.append(text.append(",\"why\":"), step.why());
    text.append('}');
  }
}
