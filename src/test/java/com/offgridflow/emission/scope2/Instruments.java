package com.offgridflow.emission.scope2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/** Instruments and consumption for tests, of 2024 and in Germany unless they say otherwise. */
final class Instruments {
  static final LocalDate TODAY = LocalDate.of(2025, 2, 1);
  static final Tracking RETIRED =
      new Tracking(
          "AIB", Optional.empty(), Optional.of(LocalDate.of(2025, 1, 15)), "statement.pdf");

  private Instruments() {}

  static Instrument certificate(String id, String kwh) {
    return certificate(id, kwh, Binding.NONE, "DE");
  }

  static Instrument certificate(String id, String kwh, Binding binding, String... market) {
    return instrument(
        id, InstrumentType.CERTIFICATE, Optional.of(kwh), binding, Technology.WIND, "0", market);
  }

  static Instrument contract(String id, String kwh, String facility) {
    return instrument(
        id,
        InstrumentType.CONTRACT,
        Optional.of(kwh),
        new Binding(facility, "", ""),
        Technology.SOLAR,
        "0",
        "DE");
  }

  static Instrument supplierRate(String id, String supplier, String rate) {
    return instrument(
        id,
        InstrumentType.SUPPLIER_RATE,
        Optional.empty(),
        new Binding("", "", supplier),
        Technology.MIX,
        rate);
  }

  static Instrument instrument(
      String id,
      InstrumentType type,
      Optional<String> kwh,
      Binding binding,
      Technology technology,
      String rate,
      String... market) {
    return new Instrument(
        id,
        type,
        Carrier.ELECTRICITY,
        kwh.map(BigDecimal::new),
        Days.year(2024),
        Days.year(2024),
        new TreeSet<>(Arrays.asList(market)),
        technology,
        Rate.of(new BigDecimal(rate)),
        binding,
        RETIRED);
  }

  static Instrument with(Instrument i, Days use, Days generated, Tracking tracking) {
    return new Instrument(
        i.id(),
        i.type(),
        i.carrier(),
        i.volumeKwh(),
        use,
        generated,
        i.market(),
        i.technology(),
        i.rate(),
        i.binding(),
        tracking);
  }

  static Site site(String facility) {
    return new Site(facility, "", "", "DE", "DE");
  }

  static Consumption use(long id, String kwh, String day, Site site) {
    return new Consumption(
        id, "r" + id, Carrier.ELECTRICITY, new BigDecimal(kwh), LocalDate.parse(day), site);
  }
}
