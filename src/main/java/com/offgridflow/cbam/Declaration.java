package com.offgridflow.cbam;

import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.DeclaredLine.Evidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A frozen CBAM report or declaration. Every rendering is made from it alone.
 *
 * @param digest SHA-256 of its canonical form, lower-case hex, see {@link DeclarationJson}
 */
public record Declaration(
    String id,
    String tenant,
    DeclarationPeriod period,
    Instant frozenAt,
    Declarant declarant,
    List<DeclaredLine> lines,
    String digest) {

  /** Tonnes a calendar year that CBAM does not apply to: Regulation (EU) 2023/956, Annex VII. */
  private static final BigDecimal MASS_THRESHOLD = new BigDecimal("50");

  public Declaration {
    lines = List.copyOf(lines);
  }

  /** A goods line, and the row that it came from. */
  public record Source(GoodsLine line, Evidence evidence) {}

  /** Quantity and embedded emissions (t CO2e) of all goods of a CN code. */
  public record Total(CnCode cn, Sector sector, BigDecimal quantity, SpecificEmissions embedded) {
    Total plus(Total other) {
      return new Total(cn, sector, quantity.add(other.quantity), embedded.plus(other.embedded));
    }
  }

  /** The declaration of these lines, numbered in their order. */
  public static Declaration of(
      String id,
      String tenant,
      DeclarationPeriod period,
      Instant frozenAt,
      Declarant declarant,
      List<Source> sources) {
    List<DeclaredLine> lines = new ArrayList<>();
    for (Source source : sources) {
      lines.add(DeclaredLine.of(lines.size() + 1, source.line(), source.evidence()));
    }
    return DeclarationJson.sealed(
        new Declaration(id, tenant, period, frozenAt, declarant, lines, ""));
  }

  /** By CN code, in order. */
  public List<Total> totals() {
    Map<String, Total> totals = new TreeMap<>();
    for (DeclaredLine line : lines) {
      Total total = new Total(line.cn(), line.sector(), line.quantity(), line.embedded());
      totals.merge(line.cn().digits(), total, Total::plus);
    }
    return List.copyOf(totals.values());
  }

  /**
   * Whether the goods of a year stay within the mass that Article 2a spares; electricity and
   * hydrogen do not count and are not spared.
   */
  public boolean belowMassThreshold() {
    return period.regime() == Regime.DEFINITIVE
        && counted().count() == lines.size()
        && counted()
                .map(DeclaredLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .compareTo(MASS_THRESHOLD)
            <= 0;
  }

  private Stream<DeclaredLine> counted() {
    return lines.stream()
        .filter(line -> line.sector() != Sector.ELECTRICITY && line.sector() != Sector.HYDROGEN);
  }

  Declaration withDigest(String newDigest) {
    return new Declaration(id, tenant, period, frozenAt, declarant, lines, newDigest);
  }
}
