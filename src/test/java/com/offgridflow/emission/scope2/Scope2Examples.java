package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Instruments.RETIRED;
import static com.offgridflow.emission.scope2.Instruments.TODAY;

import com.offgridflow.activity.Activity;
import com.offgridflow.activity.ActivityKind;
import com.offgridflow.activity.Evidence;
import com.offgridflow.activity.Period;
import com.offgridflow.activity.Place;
import com.offgridflow.activity.Quantity;
import com.offgridflow.activity.Unit;
import com.offgridflow.emission.Emission;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.Estimated;
import com.offgridflow.emission.formula.EstimateBasis;
import com.offgridflow.factor.Amounts;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import com.offgridflow.factor.Source;
import com.offgridflow.factor.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Contracts, certificates and grids to work examples with. */
final class Scope2Examples {
  private Scope2Examples() {}

  record Case(List<Emission> location, List<Emission> market) {
    BigDecimal tonnes(String method) {
      List<Emission> all = method.equals("location-based") ? location : market;
      return sum(all.stream().filter(e -> e.method().equals(method)).toList()).movePointLeft(3);
    }

    BigDecimal kilograms(String component) {
      return sum(market.stream().filter(e -> e.component().equals(component)).toList());
    }

    private static BigDecimal sum(List<Emission> emissions) {
      return emissions.stream().map(Emission::kgCo2e).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  static Case use(ActivityKind kind, String kwh, Instrument instrument, Factor... factors) {
    EmissionCalculator calculator = calculator(factors);
    Activity activity = activity(kind, new Quantity(new BigDecimal(kwh), new Unit("kWh")), "DE");
    Consumption consumption =
        new Consumption(
            1,
            "r1",
            Carrier.ofCode(kind.code()).orElseThrow(),
            new BigDecimal(kwh),
            LocalDate.of(2024, 1, 1),
            new Site("", "", "Stadtwerke", "DE", "DE"));
    List<Instrument> instruments = instrument == null ? List.of() : List.of(instrument);
    Cover cover = Allocator.allocate(instruments, List.of(consumption), TODAY).covers().get(0);
    Outcome market = new MarketBased(calculator).estimate(activity, cover);
    Outcome single = calculator.estimate(activity);
    return new Case(((Estimated) single).emissions(), ((Estimated) market).emissions());
  }

  static EmissionCalculator calculator(Factor... factors) {
    return new EmissionCalculator(
        new EstimateBasis(
            new FactorLibrary(List.of(factors)),
            ShippedFactors.instances(),
            ShippedFactors.gridZones(),
            ShippedFactors.gwp("AR6"),
            EstimateBasis.HUB_PROFILE));
  }

  static Activity activity(ActivityKind kind, Quantity quantity, String country) {
    return new Activity(
        "r1",
        kind,
        "",
        quantity,
        new Period(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2025-01-01T00:00:00Z")),
        new Place("Stadtwerke", "", "", country, ""),
        "",
        "",
        Optional.empty(),
        new Evidence("bill.csv", "00", "line 2", 1));
  }

  static Instrument certificate(String kwh, String rate) {
    return certificate(kwh, rate, Carrier.ELECTRICITY);
  }

  static Instrument certificate(String kwh, String rate, Carrier carrier) {
    return new Instrument(
        "go",
        InstrumentType.CERTIFICATE,
        carrier,
        Optional.of(new BigDecimal(kwh)),
        Days.year(2024),
        Days.year(2024),
        new TreeSet<>(List.of("DE")),
        Technology.MIX,
        Rate.of(new BigDecimal(rate)),
        Binding.NONE,
        RETIRED);
  }

  static Factor factor(String id, String kind, String subject, String place, String rate) {
    return factor(id, kind, subject, place, "kWh", Amounts.of(new BigDecimal(rate)));
  }

  static Factor factor(
      String id, String kind, String subject, String place, String unit, Amounts amounts) {
    return new Factor(
        id,
        kind,
        subject,
        place,
        Validity.ALWAYS,
        new Unit(unit),
        Factor.KG_CO2E,
        amounts,
        "",
        new Source("test", "test", "test", "test", "test"),
        "");
  }
}
