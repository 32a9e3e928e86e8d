package com.offgridflow.emission.scope2;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instrument says against itself or against another: it is reviewed before it counts. The
 * criteria are those of the GHG Protocol Scope 2 Guidance (2015), table 7.1.
 */
final class Contradictions {
  /**
   * Energy generated this long before its use may still be claimed for it, as guarantees of origin
   * can be used for twelve months (Directive (EU) 2018/2001, article 19(3)).
   */
  static final int MONTHS_BEFORE = 12;

  /**
   * Energy generated this long after its use, as Green-e lets the first quarter of the next year.
   */
  static final int MONTHS_AFTER = 3;

  private final Map<String, List<Objection>> found = new HashMap<>();

  private Contradictions() {}

  /** By instrument id; instruments without any are not in it. */
  static Map<String, List<Objection>> of(Collection<Instrument> instruments) {
    Contradictions contradictions = new Contradictions();
    instruments.forEach(contradictions::examine);
    contradictions.sharedSerials(instruments);
    contradictions.rivalRates(instruments);
    return contradictions.found;
  }

  private void examine(Instrument instrument) {
    rate(instrument);
    vintage(instrument);
    retirement(instrument);
  }

  /** Criterion 1: the instrument conveys the emission rate of the energy that was generated. */
  private void rate(Instrument instrument) {
    BigDecimal rate = instrument.rate().kgCo2ePerKwh();
    Technology technology = instrument.technology();
    if (!technology.plausible(rate)) {
      String bounds =
          technology.most().isPresent()
              ? "0 to " + technology.most().get().toPlainString()
              : technology.least().toPlainString() + " or more";
      add(
          instrument,
          "rate",
          rate.toPlainString(),
          "contradicts technology '%s', which emits %s kg CO2e/kWh; correct rate or technology"
              .formatted(technology.code(), bounds));
    }
  }

  /** Criterion 4: issued and redeemed as close as possible to the period of consumption. */
  private void vintage(Instrument instrument) {
    LocalDate earliest = instrument.use().from().minusMonths(MONTHS_BEFORE);
    LocalDate latest = instrument.use().to().plusMonths(MONTHS_AFTER);
    if (!instrument.generated().within(new Days(earliest, latest))) {
      add(
          instrument,
          "generated",
          instrument.generated(),
          "outside of %s until %s, which is what use %s can claim; correct the period or use it"
                  .formatted(earliest, latest, instrument.use())
              + " for another year");
    }
  }

  /** Criterion 3: tracked, and redeemed, retired or cancelled by or for the reporting company. */
  private void retirement(Instrument instrument) {
    if (instrument.type() == InstrumentType.CERTIFICATE
        && instrument.tracking().retiredOn().isEmpty()) {
      add(
          instrument,
          "retired_on",
          "",
          "a certificate counts when it is retired or cancelled for you; give the day");
    }
  }

  /** Criterion 2: the only instrument that carries the claim to its energy. */
  private void sharedSerials(Collection<Instrument> instruments) {
    instruments.stream()
        .filter(i -> i.tracking().serials().isPresent())
        .sorted(Comparator.comparing(Contradictions::firstSerial).thenComparing(Instrument::id))
        .collect(groupingBy(i -> i.tracking().registry() + '/' + serials(i).stem()))
        .values()
        .forEach(this::overlapping);
  }

  /** Whatever overlaps anything overlaps the one before it that reaches furthest. */
  private void overlapping(List<Instrument> byFirstSerial) {
    Instrument furthest = byFirstSerial.get(0);
    for (Instrument next : byFirstSerial.subList(1, byFirstSerial.size())) {
      if (serials(next).from().compareTo(serials(furthest).to()) <= 0) {
        shared(furthest, next);
        shared(next, furthest);
      }
      furthest = serials(next).to().compareTo(serials(furthest).to()) > 0 ? next : furthest;
    }
  }

  private static BigInteger firstSerial(Instrument instrument) {
    return serials(instrument).from();
  }

  private static Serials serials(Instrument instrument) {
    return instrument.tracking().serials().orElseThrow();
  }

  private void shared(Instrument instrument, Instrument other) {
    add(
        instrument,
        "serials",
        serials(instrument),
        "instrument '%s' has certificates of the same numbers (%s); keep each number once"
            .formatted(other.id(), serials(other)));
  }

  /** Of rates that apply to whatever is delivered, only one can apply. */
  private void rivalRates(Collection<Instrument> instruments) {
    for (Pool pool : Pool.of(instruments)) {
      if (pool.volume().isEmpty() && pool.members().size() > 1) {
        List<String> ids = pool.members().stream().map(Instrument::id).toList();
        pool.members()
            .forEach(
                member ->
                    add(
                        member,
                        "volume",
                        "",
                        "of the rates %s only one can apply to %s in %s; give volumes, or keep one"
                            .formatted(ids, member.binding(), member.use())));
      }
    }
  }

  private void add(Instrument instrument, String field, Object value, String why) {
    found
        .computeIfAbsent(instrument.id(), unused -> new ArrayList<>())
        .add(Objection.of(instrument, field, value, why));
  }
}
