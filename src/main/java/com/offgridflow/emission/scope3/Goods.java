package com.offgridflow.emission.scope3;

import static com.offgridflow.activity.ActivityKind.CAPITAL_GOODS;
import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;

import com.offgridflow.emission.formula.Case;
import com.offgridflow.emission.formula.Formula;
import com.offgridflow.emission.formula.Linear;
import com.offgridflow.emission.formula.Reported;
import com.offgridflow.emission.formula.Spend;
import com.offgridflow.emission.formula.Taken;
import com.offgridflow.emission.formula.Uses;
import com.offgridflow.factor.FactorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Purchased goods and services, and capital goods: categories 1 and 2. */
final class Goods {
  private static final String TOLD = "supplier_factor";
  private static final String PART = "part";
  private static final Set<String> PARTS =
      Set.of("energy", "material", "transport", "waste", "remainder", "reported");

  private Goods() {}

  static List<Formula> all(Spend spend) {
    return List.of(hybrid(), supplierSpecific(), averageData(), spendBased(spend));
  }

  private static Formula supplierSpecific() {
    return Formula.named("scope3.goods.supplier-specific", PURCHASED_GOODS, CAPITAL_GOODS)
        .method("supplier-specific")
        .expression("kg = quantity × the supplier's factor of the product, from cradle to gate")
        .source(Guidance.formula("1.1"))
        .takes(
            TOLD,
            "kg CO2e per unit of the quantity, as the supplier states it; else a factor of kind material at the supplier")
        .answeredBy(Goods::ofSupplier);
  }

  private static Optional<Linear> ofSupplier(Case one) {
    if (one.given().has(PART)) {
      return Optional.empty();
    }
    if (one.given().has(TOLD)) {
      return Optional.of(one.answer("product", one.told(TOLD)));
    }
    String kind = FactorKind.MATERIAL;
    return one.library().has(kind, one.subject(), one.ask().provider())
        ? Optional.of(one.answer("product", one.need("product", kind, one.subject(), one.unit())))
        : Optional.empty();
  }

  private static Formula hybrid() {
    return Formula.named("scope3.goods.hybrid", PURCHASED_GOODS, CAPITAL_GOODS)
        .method("hybrid")
        .expression(
            "kg = Σ (energy, materials, their transport and waste of the supplier) × factors + the rest by average data; one activity per part")
        .source(Guidance.formula("1.2 and 1.3"))
        .needs(
            PART,
            "energy, material, transport, waste, remainder (of the product beyond the parts told) or reported (Scopes 1 and 2 of the supplier, in kg CO2e)")
        .takes(TOLD, "kg CO2e per unit of the quantity; else the factor of the subject")
        .takes("distance_km", "transport: km that a quantity in mass was moved")
        .takes("share", "share of the part that belongs to the goods purchased, 1 when not told")
        .answeredBy(Goods::part);
  }

  private static Optional<Linear> part(Case one) {
    if (!one.given().has(PART)) {
      return Optional.empty();
    }
    String part = one.given().word(PART, PARTS);
    BigDecimal share = one.given().shareOrAll("share");
    if (one.given().has(TOLD)) {
      return Optional.of(Tonnes.answer(one, part, one.told(TOLD).times(share)));
    }
    return switch (part) {
      case "energy" ->
          Optional.of(one.answer(part, Uses.of(one, one.subject(), one.unit()).times(share)));
      case "transport" -> Optional.of(Tonnes.transport(one, part, share));
      case "waste" -> Optional.of(one.answer(part, by(one, FactorKind.WASTE).times(share)));
      case "reported" -> Reported.answer(one, share);
      default -> Optional.of(one.answer(part, by(one, FactorKind.MATERIAL).times(share)));
    };
  }

  private static Taken by(Case one, String kind) {
    return one.need("factor", kind, one.subject(), one.unit());
  }

  private static Formula averageData() {
    return Formula.named("scope3.goods.average-data", PURCHASED_GOODS, CAPITAL_GOODS)
        .method("average-data")
        .expression("kg = quantity × factor of the product's kind, from cradle to gate")
        .source(Guidance.formula("1.4"))
        .answeredBy(
            one ->
                one.given().has(PART) || one.unit().isMoney()
                    ? Optional.empty()
                    : Optional.of(one.answer("product", by(one, FactorKind.MATERIAL))));
  }

  private static Formula spendBased(Spend spend) {
    return SpendBased.formula(
        "scope3.goods.spend-based", "1.5", spend, PURCHASED_GOODS, CAPITAL_GOODS);
  }
}
