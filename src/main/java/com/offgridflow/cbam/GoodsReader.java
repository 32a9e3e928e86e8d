package com.offgridflow.cbam;

import com.offgridflow.activity.Money;
import com.offgridflow.activity.Unit;
import com.offgridflow.cbam.CbamGood.Sector;
import com.offgridflow.cbam.GoodsLine.CarbonPrice;
import com.offgridflow.cbam.GoodsLine.Customs;
import com.offgridflow.cbam.GoodsLine.Installation;
import com.offgridflow.cbam.GoodsLine.Method;
import com.offgridflow.cbam.GoodsLine.Operator;
import com.offgridflow.cbam.Production.Monitored;
import com.offgridflow.cbam.Production.Precursor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the cells of goods and of precursors. */
final class GoodsReader {
  private static final List<String> CARBON_PRICE =
      List.of(
          "carbon_price", "carbon_price_currency", "carbon_price_instrument", "carbon_price_act");

  private GoodsReader() {}

  /** When goods entered, which says by what rules; empty with a fault when that is not said. */
  static Optional<LocalDate> importedOn(GoodsRow row) {
    Optional<LocalDate> day = row.day("imported_on");
    if (day.isPresent() && day.get().isBefore(Regime.BEGIN)) {
      row.fault("imported_on", "should not be before %s, when CBAM began".formatted(Regime.BEGIN));
      return Optional.empty();
    }
    return day;
  }

  /** Goods of Annex I; empty with a fault for any other. */
  static Optional<CbamGood> good(GoodsRow row) {
    CnCode code;
    try {
      code = CnCode.of(row.text("cn_code"));
    } catch (IllegalArgumentException e) {
      row.fault("cn_code", "should be the eight digits of a CN code such as 72083900");
      return Optional.empty();
    }
    Optional<CbamGood> good = AnnexOne.current().find(code);
    if (good.isEmpty()) {
      row.fault("cn_code", "is not in Annex I of Regulation (EU) 2023/956; leave it out");
    }
    return good;
  }

  /** A precursor; empty with faults in its row. */
  static Optional<Precursor> precursor(
      GoodsRow row, ProductionReader reader, List<Precursor> precursors) {
    Optional<CbamGood> good = good(row);
    if (good.isEmpty()) {
      return Optional.empty();
    }
    if (good.get().sector() == Sector.ELECTRICITY) {
      row.fault("cn_code", "is electricity, no precursor; give it as electricity_mwh");
      return Optional.empty();
    }
    Optional<BigDecimal> consumed = quantity(row, "t");
    if (row.has("default_value")) {
      row.fault("default_value", "is for goods only; state see_direct of a precursor");
    }
    Optional<Production> production =
        reader.spares(row)
            ? Optional.of(Production.NOTHING)
            : reader.read(row, good.get(), precursors);
    return row.faults().isEmpty()
        ? Optional.of(
            new Precursor(
                CnCode.of(row.text("cn_code")),
                good.get(),
                consumed.orElseThrow(),
                production.orElseThrow()))
        : Optional.empty();
  }

  /** A goods line; empty with faults in its row. */
  static Optional<GoodsLine> line(
      GoodsRow row, LocalDate day, CbamGood good, List<Precursor> precursors) {
    ProductionReader reader = new ProductionReader(Regime.of(day));
    Optional<BigDecimal> quantity = quantity(row, good.sector().unit());
    String origin = Origins.read(row);
    String producedIn = row.has("production_country") ? row.country("production_country") : origin;
    Optional<Production> production =
        row.has("default_value")
            ? new DefaultValueReader(row, good, day).read(producedIn, !precursors.isEmpty())
            : reader.read(row, good, precursors);
    Customs customs = new Customs(procedure(row), row.text("import_area", 5));
    Optional<Installation> installation = installation(row, production);
    Method method = method(row, reader.rules().countsStatedIndirect(good));
    Optional<CarbonPrice> price = carbonPrice(row);
    String description = row.text("description", 512);
    return row.faults().isEmpty()
        ? Optional.of(
            new GoodsLine(
                row.text("line"),
                day,
                CnCode.of(row.text("cn_code")),
                good,
                description,
                origin,
                producedIn,
                quantity.orElseThrow(),
                customs,
                installation,
                method,
                production.orElseThrow(),
                price))
        : Optional.empty();
  }

  private static Optional<BigDecimal> quantity(GoodsRow row, String unit) {
    Optional<BigDecimal> factor = row.factor("unit", unit);
    Optional<BigDecimal> quantity = row.positive("quantity");
    return factor.flatMap(f -> quantity.map(f::multiply));
  }

  private static String procedure(GoodsRow row) {
    String procedure = row.text("procedure");
    if (!procedure.matches("\\d{2}")) {
      row.fault("procedure", "should be the two digits of the requested procedure such as 40");
    }
    return procedure;
  }

  private static Optional<Installation> installation(
      GoodsRow row, Optional<Production> production) {
    boolean needed = production.filter(Monitored.class::isInstance).isPresent();
    if (!needed && !row.has("installation_id")) {
      return Optional.empty();
    }
    return Optional.of(
        new Installation(
            row.text("installation_id", 17), row.text("installation_name", 256), operator(row)));
  }

  private static Optional<Operator> operator(GoodsRow row) {
    return row.has("operator_id")
        ? Optional.of(
            new Operator(
                row.text("operator_id", 17),
                row.text("operator_name", 70),
                row.text("operator_city", 35),
                row.text("contact_name", 70),
                row.text("contact_phone", 35),
                row.text("contact_email", 256)))
        : Optional.empty();
  }

  private static Method method(GoodsRow row, boolean indirect) {
    return new Method(
        row.text("methodology", 5),
        indirect ? row.text("indirect_determination", 5) : "",
        indirect ? row.text("electricity_source", 5) : "",
        row.text("route", 5),
        row.text("route_name", 256));
  }

  private static Optional<CarbonPrice> carbonPrice(GoodsRow row) {
    if (CARBON_PRICE.stream().noneMatch(row::has)) {
      return Optional.empty();
    }
    Optional<BigDecimal> amount = row.positive("carbon_price");
    String currency = row.text("carbon_price_currency");
    if (Unit.of(currency).filter(Unit::isMoney).isEmpty()) {
      row.fault("carbon_price_currency", "should be a currency of ISO 4217 such as INR");
    }
    String instrument = row.text("carbon_price_instrument", 5);
    String act = row.text("carbon_price_act", 512);
    return row.faults().isEmpty()
        ? Optional.of(new CarbonPrice(new Money(amount.orElseThrow(), currency), instrument, act))
        : Optional.empty();
  }
}
