package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Instruments.RETIRED;
import static com.offgridflow.emission.scope2.Instruments.TODAY;
import static com.offgridflow.emission.scope2.Instruments.certificate;
import static com.offgridflow.emission.scope2.Instruments.contract;
import static com.offgridflow.emission.scope2.Instruments.instrument;
import static com.offgridflow.emission.scope2.Instruments.site;
import static com.offgridflow.emission.scope2.Instruments.supplierRate;
import static com.offgridflow.emission.scope2.Instruments.use;
import static com.offgridflow.emission.scope2.Instruments.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionsTest {
  private static final Site BERLIN = site("Berlin");
  private static final Consumption HUNDRED = use(1, "100", "2024-03-01", BERLIN);

  @Test
  void shouldWithholdAZeroRateOnGas() {
    Instrument gas = rated(Technology.GAS, "0");

    Allocation allocation = Allocator.allocate(List.of(gas), List.of(HUNDRED), TODAY);

    assertThat(allocation.covers().get(0).objections())
        .extracting(Objection::message)
        .containsExactly(
            "instrument 'x', rate '0': contradicts technology 'gas', which emits 0.19548 or more"
                + " kg CO2e/kWh; correct rate or technology");
    assertThat(allocation.uses().get(0).allocatedKwh()).isEqualByComparingTo("0");
  }

  @ParameterizedTest
  @CsvSource({"WIND, 0.4", "HYDRO, 0.049", "BIOMASS, 0.3", "COAL, 0.2", "LIGNITE, 0", "OIL, 0.26"})
  void shouldWithholdARateThatItsTechnologyCannotHave(Technology technology, String rate) {
    assertThat(reasons(rated(technology, rate)))
        .extracting(Objection::field)
        .containsExactly("rate");
  }

  @ParameterizedTest
  @CsvSource({"WIND, 0", "SOLAR, 0.048", "BIOMASS, 0.03", "COAL, 0.9", "GAS, 0.4", "MIX, 0"})
  void shouldAcceptARateThatItsTechnologyCanHave(Technology technology, String rate) {
    assertThat(reasons(rated(technology, rate))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-12-01, 2024-01-01, false",
    "2023-01-01, 2024-01-01, true",
    "2025-01-01, 2025-04-01, true",
    "2025-01-01, 2025-04-02, false"
  })
  void shouldWithholdEnergyGeneratedTooFarFromItsUse(LocalDate from, LocalDate to, boolean ok) {
    Instrument go = with(certificate("go", "10"), Days.year(2024), new Days(from, to), RETIRED);

    assertThat(reasons(go).isEmpty()).isEqualTo(ok);
  }

  @Test
  void shouldWithholdACertificateThatIsNotRetired() {
    Instrument go = with(certificate("go", "10"), Days.year(2024), Days.year(2024), Tracking.NONE);

    assertThat(reasons(go)).extracting(Objection::field).containsExactly("retired_on");
  }

  @Test
  void shouldWithholdBothInstrumentsThatHaveOneCertificate() {
    Instrument first = numbered("a", "US-WIND-0001", "US-WIND-0100");
    Instrument second = numbered("b", "US-WIND-0100", "US-WIND-0150");
    Instrument apart = numbered("c", "US-WIND-0151", "US-WIND-0160");

    Allocation allocation =
        Allocator.allocate(List.of(apart, second, first), List.of(HUNDRED), TODAY);

    assertThat(allocation.uses())
        .filteredOn(use -> !use.objections().isEmpty())
        .extracting(use -> use.instrument().id())
        .containsExactly("a", "b");
    assertThat(allocation.uses().get(0).objections().get(0).message())
        .contains("'b'", "US-WIND-0100 to US-WIND-0150");
  }

  @Test
  void shouldWithholdWhatIsAssignedToASiteAndMoreThanItUsed() {
    Allocation allocation =
        Allocator.allocate(List.of(contract("ppa", "150", "Berlin")), List.of(HUNDRED), TODAY);

    assertThat(allocation.covers().get(0).objections())
        .extracting(Objection::message)
        .containsExactly(
            "instrument 'ppa', volume '150 kWh': exceeds what is uncovered of facility 'Berlin' in"
                + " 2024-01-01 until 2025-01-01, 100 kWh of electricity; lower it to what was used,"
                + " or assign the rest elsewhere");
  }

  @Test
  void shouldWaitForBillsWhileTheUseOfAnInstrumentIsNotOver() {
    LocalDate june = LocalDate.of(2024, 6, 1);

    Allocation allocation =
        Allocator.allocate(List.of(contract("ppa", "150", "Berlin")), List.of(HUNDRED), june);

    assertThat(allocation.covers().get(0).objections()).isEmpty();
    assertThat(allocation.uses().get(0).remainingKwh().orElseThrow()).isEqualByComparingTo("50");
  }

  @Test
  void shouldLetAMarketsCertificatesExceedWhatIsUsed() {
    Allocation allocation =
        Allocator.allocate(List.of(certificate("go", "150")), List.of(HUNDRED), TODAY);

    assertThat(allocation.covers().get(0).objections()).isEmpty();
  }

  @Test
  void shouldWithholdWhatIsAssignedToASiteOutsideOfItsMarket() {
    Instrument french = certificate("go", "10", new Binding("Berlin", "", ""), "FR");

    Allocation allocation = Allocator.allocate(List.of(french), List.of(HUNDRED), TODAY);

    assertThat(allocation.covers().get(0).objections())
        .extracting(Objection::message)
        .containsExactly(
            "instrument 'go', market 'FR': facility 'Berlin' is in DE, outside of the instrument's"
                + " market; assign it to a site inside");
  }

  @Test
  void shouldWithholdTwoRatesForWhatASupplierDelivers() {
    assertThat(
            reasons(supplierRate("a", "Stadtwerke", "0.2"), supplierRate("b", "Stadtwerke", "0.3")))
        .extracting(Objection::instrument)
        .containsExactly("a", "b");
  }

  @Test
  void shouldWithholdOnlyActivitiesThatTheInstrumentWouldCover() {
    Allocation allocation =
        Allocator.allocate(
            List.of(contract("ppa", "150", "Berlin"), certificate("go", "10")),
            List.of(HUNDRED, use(2, "50", "2024-03-01", site("Bonn"))),
            TODAY);

    assertThat(allocation.covers())
        .filteredOn(cover -> !cover.objections().isEmpty())
        .extracting(cover -> cover.consumption().activity())
        .containsExactly(1L);
  }

  private static Instrument rated(Technology technology, String rate) {
    return instrument(
        "x", InstrumentType.CERTIFICATE, Optional.of("60"), Binding.NONE, technology, rate, "DE");
  }

  private static Instrument numbered(String id, String first, String last) {
    Tracking tracking =
        new Tracking(
            "M-RETS", Optional.of(new Serials(first, last)), RETIRED.retiredOn(), "letter.pdf");
    return with(certificate(id, "10"), Days.year(2024), Days.year(2024), tracking);
  }

  private static List<Objection> reasons(Instrument... instruments) {
    return Allocator.allocate(List.of(instruments), List.of(), TODAY).uses().stream()
        .flatMap(use -> use.objections().stream())
        .toList();
  }
}
