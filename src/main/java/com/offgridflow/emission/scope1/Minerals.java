package com.offgridflow.emission.scope1;

import com.offgridflow.activity.ActivityKind;
import com.offgridflow.emission.Decimals;
import com.offgridflow.emission.Gases;
import com.offgridflow.emission.Scope;
import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.factor.FactorKind;
import com.offgridflow.factor.FactorQuery;
import com.offgridflow.factor.Places;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CO2 that minerals give off in kilns, and other processes with a factor of their own. */
final class Minerals {
  private static final String IPCC = "IPCC 2006 Guidelines, volume 3, chapter 2, ";
  private static final String CSI = "csi";

  private Minerals() {}

  static List<Formula> all() {
    return List.of(process(), cementCsi(), cementDust(), clinker(), cement(), lime());
  }

  private static Formula process() {
    return Formula.named("scope1.process", ActivityKind.PROCESS)
        .scope(Scope.SCOPE_1)
        .method("process")
        .expression("kg of each gas = amount made or used × factor of the process")
        .source("GHG Protocol Corporate Standard, chapter 6; IPCC 2006 Guidelines, volume 3")
        .takes("emission_factor", "kg CO2e per unit, for a factor of one's own")
        .answeredBy(one -> Optional.of(one.answer("process", factor(one, one.subject()))));
  }

  private static Taken factor(Case one, String subject) {
    return one.given().has("emission_factor")
        ? one.told("emission_factor")
        : one.need("process", FactorKind.PROCESS, subject, one.unit());
  }

  private static Formula cementCsi() {
    return Formula.named("scope1.process.cement.csi", ActivityKind.PROCESS_CEMENT)
        .scope(Scope.SCOPE_1)
        .method("clinker-csi")
        .expression(
            "kg CO2 = clinker × 0.525 t/t + clinker × raw meal per clinker × organic carbon × 44 ÷ 12")
        .source(
            "WBCSD Cement Sustainability Initiative, CO2 and Energy Accounting Standard, default of calcination and of organic carbon in raw meal")
        .needs("protocol", "csi; without it the method of the IPCC is used")
        .answeredBy(
            one ->
                one.subject().equals("clinker") && isCsi(one)
                    ? Optional.of(one.answer("calcination", factor(one, "cement/clinker-csi")))
                    : Optional.empty());
  }

  private static boolean isCsi(Case one) {
    return one.given().has("protocol") && one.given().word("protocol", List.of(CSI)).equals(CSI);
  }

  private static Formula cementDust() {
    return Formula.named("scope1.process.cement.dust", ActivityKind.PROCESS_CEMENT)
        .scope(Scope.SCOPE_1)
        .method("clinker-csi")
        .expression(
            "kg CO2 = dust × EF ÷ (1 + EF) × d ÷ (1 − EF ÷ (1 + EF) × d), EF = 0.525 t/t clinker, d = calcination")
        .source(
            "WBCSD Cement Sustainability Initiative, CO2 and Energy Accounting Standard, kiln dust that leaves the kiln system")
        .needs("calcination", "share of the dust's carbonate that is calcined, 1 for bypass dust")
        .answeredBy(Minerals::dust);
  }

  /** Bypass dust is calcined as clinker is; of kiln dust a part. */
  private static Optional<Linear> dust(Case one) {
    if (!one.subject().equals("dust")) {
      return Optional.empty();
    }
    Taken clinker = factor(one, "cement/calcination-csi");
    BigDecimal perTonne = clinker.gases().co2e().movePointLeft(3);
    BigDecimal calcined =
        Decimals.over(perTonne, BigDecimal.ONE.add(perTonne))
            .multiply(one.given().share("calcination"));
    BigDecimal kg = Decimals.over(calcined, BigDecimal.ONE.subtract(calcined));
    return Optional.of(one.answer("kiln-dust", clinker.times(Decimals.over(kg, perTonne))));
  }

  private static Formula clinker() {
    return Formula.named("scope1.process.cement.clinker", ActivityKind.PROCESS_CEMENT)
        .scope(Scope.SCOPE_1)
        .method("clinker-based")
        .expression(
            "kg CO2 = clinker × EF × kiln dust correction; EF = 0.51 t/t, or CaO share × 0.785")
        .source(IPCC + "equations 2.2 and 2.4")
        .takes(
            "cao_share",
            "share of CaO in the clinker that comes from carbonates, 0.65 when not told")
        .takes("kiln_dust_correction", "1.02 when not told")
        .answeredBy(Minerals::clinker);
  }

  private static Optional<Linear> clinker(Case one) {
    if (!one.subject().equals("clinker")) {
      return Optional.empty();
    }
    Taken clinker =
        one.given().has("cao_share")
            ? factor(one, "cement/calcium-oxide").times(one.given().share("cao_share"))
            : factor(one, "cement/clinker");
    BigDecimal dust = correction(one, "kiln_dust_correction", "cement-kiln-dust");
    return Optional.of(one.answer("calcination", clinker.times(dust)));
  }

  private static BigDecimal correction(Case one, String detail, String subject) {
    FactorQuery query =
        FactorQuery.of(FactorKind.CORRECTION, subject, one.ask().day(), Places.WORLD);
    return one.given()
        .optional(detail, "1")
        .orElseGet(() -> one.chain().take(detail.replace('_', ' '), "1", query));
  }

  private static Formula cement() {
    return Formula.named("scope1.process.cement.cement", ActivityKind.PROCESS_CEMENT)
        .scope(Scope.SCOPE_1)
        .method("cement-based")
        .expression("kg CO2 = cement × share of own clinker × 0.51 t/t × 1.02")
        .source(IPCC + "equations 2.1 and 2.4")
        .needs("clinker_share", "share of clinker of one's own kilns in the cement, 0 to 1")
        .takes("kiln_dust_correction", "1.02 when not told")
        .answeredBy(Minerals::cement);
  }

  private static Optional<Linear> cement(Case one) {
    if (!one.subject().equals("cement")) {
      return Optional.empty();
    }
    BigDecimal share = one.given().share("clinker_share");
    Taken clinker = factor(one, "cement/clinker").times(share);
    BigDecimal dust = correction(one, "kiln_dust_correction", "cement-kiln-dust");
    return Optional.of(one.answer("calcination", clinker.times(dust)));
  }

  private static Formula lime() {
    return Formula.named("scope1.process.lime", ActivityKind.PROCESS_LIME)
        .scope(Scope.SCOPE_1)
        .method("lime-based")
        .expression(
            "kg CO2 = lime × EF of its type × kiln dust correction × hydration correction; type unknown: lime × 0.75 t/t")
        .source(IPCC + "equations 2.6 and 2.8, table 2.4")
        .takes("kiln_dust_correction", "of lime of a known type, 1.02 when not told")
        .takes("hydration_correction", "of hydrated lime, such as 0.97; 1 when not told")
        .answeredBy(Minerals::lime);
  }

  private static Optional<Linear> lime(Case one) {
    if (one.subject().isBlank()) {
      return Optional.of(one.answer("calcination", factor(one, "lime")));
    }
    Taken lime = factor(one, "lime/" + one.subject());
    BigDecimal dust = correction(one, "kiln_dust_correction", "lime-kiln-dust");
    BigDecimal hydrated = one.given().optional("hydration_correction", "1").orElse(BigDecimal.ONE);
    return Optional.of(one.answer("calcination", lime.times(dust.multiply(hydrated))));
  }

  /** Nothing but fossil CO2. */
  static Gases co2(BigDecimal kg) {
    return new Gases(
        Optional.of(kg), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), kg);
  }
}
