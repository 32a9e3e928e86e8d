package com.offgridflow.report.energy;

import com.offgridflow.activity.Unit;
import com.offgridflow.factor.Factor;
import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.FuelConversion;
import com.offgridflow.factor.FuelConversion.Result.Converted;
import com.offgridflow.factor.Places;
import com.offgridflow.factor.Source;
import com.offgridflow.report.energy.EnergyTotal.Contract;
import com.offgridflow.report.energy.VehicleEnergy.Burnt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The energy of fuels by their net calorific value, as ESRS E1 AR 32(c) asks for.
 *
 * <p>Heating values and densities are those of the place, else of the UK's table, which is the most
 * complete that is to be had: what a litre of diesel holds hardly differs between countries. Where
 * only a gross value is published, the net one is its share by IPCC 2006 Guidelines, volume 2,
 * section 1.4.1.2: 95 % of coal and oil, 90 % of gas.
 */
public final class FuelEnergy {
  private static final Unit GROSS = Unit.named("kWh");
  private static final Unit NET = Unit.named("kWh-net");
  private static final String FULLEST_TABLE = "GB";
  private static final String NET_SUBJECT = "/net-cv";

  private final FuelConversion conversion;
  private final VehicleEnergy vehicles;

  public FuelEnergy(FactorLibrary library) {
    this.conversion = new FuelConversion(library);
    this.vehicles = new VehicleEnergy(library);
  }

  /** Energy by source, and what could not be converted. */
  public EnergyBalance of(List<FuelUse> uses) {
    List<EnergyTotal> totals = new ArrayList<>();
    List<EnergyGap> gaps = new ArrayList<>();
    Set<String> tables = new TreeSet<>();
    for (FuelUse use : uses) {
      Optional<Burnt> driven = vehicles.of(use, countries(use.country()));
      if (driven.isPresent()) {
        total(driven.get(), use.count()).ifPresent(totals::add);
        tables.add(named(driven.get().factor()));
        continue;
      }
      Optional<Fuel> fuel = Fuels.of(subject(use));
      Optional<BigDecimal> kwh =
          fuel.flatMap(known -> perUnit(use, known)).map(use.quantity()::multiply);
      if (kwh.isPresent()) {
        totals.add(total(fuel.get().source(), kwh.get(), use.count()));
      } else {
        gaps.add(gap(use, fuel));
      }
    }
    return new EnergyBalance(totals, gaps, List.copyOf(tables));
  }

  /** A vehicle that burns nothing adds nothing. */
  private static Optional<EnergyTotal> total(Burnt burnt, long count) {
    return burnt.kwh().signum() == 0
        ? Optional.empty()
        : Optional.of(total(burnt.source(), burnt.kwh(), count));
  }

  private static String named(Factor factor) {
    Source source = factor.source();
    return "%s, %s: %s, %s = %s kWh/%s"
        .formatted(
            source.publisher(),
            source.edition(),
            source.table(),
            source.row(),
            factor.value().toPlainString(),
            factor.perUnit().symbol());
  }

  private static EnergyTotal total(EnergySource source, BigDecimal kwh, long count) {
    return new EnergyTotal(EnergyCarrier.FUEL, source, Contract.NONE, kwh, count);
  }

  private static EnergyGap gap(FuelUse use, Optional<Fuel> fuel) {
    String what =
        use.quantity().stripTrailingZeros().toPlainString()
            + " "
            + use.unit().symbol()
            + " of '"
            + use.fuel()
            + "'";
    return fuel.map(
            known ->
                new EnergyGap(
                    EnergyCarrier.FUEL,
                    known.source(),
                    what + ": no heating value leads from " + use.unit().symbol() + " to kWh"))
        .orElseGet(
            () ->
                new EnergyGap(
                    EnergyCarrier.FUEL,
                    EnergySource.UNSPECIFIED,
                    what + ": energy/fuels.csv does not list the fuel"));
  }

  /** kWh of net calorific value in one of the unit. */
  private Optional<BigDecimal> perUnit(FuelUse use, Fuel fuel) {
    if (use.fuel().endsWith(NET_SUBJECT) && use.unit().factorTo(GROSS).isPresent()) {
      return use.unit().factorTo(GROSS);
    }
    return converted(use, NET)
        .or(() -> fuel.netShare().flatMap(share -> converted(use, GROSS).map(share::multiply)));
  }

  private Optional<BigDecimal> converted(FuelUse use, Unit to) {
    return conversion.convert(subject(use), use.unit(), to, use.day(), places(use.country()))
            instanceof Converted found
        ? Optional.of(found.multiplier())
        : Optional.empty();
  }

  private static String subject(FuelUse use) {
    return use.fuel().endsWith(NET_SUBJECT)
        ? use.fuel().substring(0, use.fuel().length() - NET_SUBJECT.length())
        : use.fuel();
  }

  private static List<String> places(String country) {
    List<String> places = new ArrayList<>(countries(country));
    places.add(FULLEST_TABLE);
    return places;
  }

  /** What vehicles burn differs between fleets: no other country's table stands in for them. */
  private static List<String> countries(String country) {
    return country.isEmpty()
        ? List.of(Places.WORLD)
        : List.of(Places.country(country), Places.WORLD);
  }
}
