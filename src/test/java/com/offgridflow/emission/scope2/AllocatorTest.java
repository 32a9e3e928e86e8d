package com.offgridflow.emission.scope2;

import static com.offgridflow.emission.scope2.Instruments.TODAY;
import static com.offgridflow.emission.scope2.Instruments.certificate;
import static com.offgridflow.emission.scope2.Instruments.contract;
import static com.offgridflow.emission.scope2.Instruments.site;
import static com.offgridflow.emission.scope2.Instruments.supplierRate;
import static com.offgridflow.emission.scope2.Instruments.use;
import static com.offgridflow.emission.scope2.Instruments.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  private static final Site BERLIN = site("Berlin");
  private static final Site BONN = site("Bonn");

  @Test
  void shouldCoverWhatACertificateReachesAndLeaveTheRest() {
    Allocation allocation =
        allocate(List.of(certificate("go", "60")), use(1, "100", "2024-03-01", BERLIN));

    assertThat(shares(allocation, 1)).containsExactly("go 60");
    assertThat(cover(allocation, 1).rest()).isEqualByComparingTo("40");
    assertThat(allocation.uses().get(0).remainingKwh().orElseThrow()).isEqualByComparingTo("0");
  }

  @Test
  void shouldGiveEachSiteTheSameShareOfWhatItHasLeft() {
    // 150 of 100 + 200 is a half each: 50 and 100
    Allocation allocation =
        allocate(
            List.of(certificate("go", "150")),
            use(1, "100", "2024-03-01", BERLIN),
            use(2, "200", "2024-01-01", BONN));

    assertThat(shares(allocation, 1)).containsExactly("go 50");
    assertThat(shares(allocation, 2)).containsExactly("go 100");
  }

  @Test
  void shouldCoverTheOldestDayOfASiteFirstAndThenTheSmallerRecordKey() {
    Allocation allocation =
        allocate(
            List.of(certificate("go", "150")),
            use(3, "100", "2024-02-01", BERLIN),
            use(2, "100", "2024-01-01", BERLIN),
            use(1, "100", "2024-02-01", BERLIN));

    assertThat(shares(allocation, 2)).containsExactly("go 100");
    assertThat(shares(allocation, 1)).containsExactly("go 50");
    assertThat(shares(allocation, 3)).isEmpty();
  }

  @Test
  void shouldTakeCertificatesThenContractsThenSupplierRates() {
    Site site = new Site("Berlin", "", "Stadtwerke", "DE", "DE");
    Instrument unbound =
        Instruments.instrument(
            "ppa",
            InstrumentType.CONTRACT,
            java.util.Optional.of("30"),
            Binding.NONE,
            Technology.WIND,
            "0",
            "DE");
    Allocation allocation =
        allocate(
            List.of(supplierRate("rate", "stadtwerke", "0.3"), unbound, certificate("go", "20")),
            use(1, "100", "2024-01-01", site));

    assertThat(shares(allocation, 1)).containsExactly("go 20", "ppa 30", "rate 50");
    assertThat(cover(allocation, 1).rest()).isEqualByComparingTo("0");
  }

  @Test
  void shouldUseWhatIsAssignedToASiteBeforeWhatIsNot() {
    Allocation allocation =
        allocate(
            List.of(certificate("go", "80"), contract("ppa", "70", "Berlin")),
            use(1, "100", "2024-01-01", BERLIN),
            use(2, "50", "2024-01-01", BONN));

    // the contract covers 70 of Berlin; the certificates are for the 30 and 50 that are left
    assertThat(shares(allocation, 1)).containsExactly("ppa 70", "go 30");
    assertThat(shares(allocation, 2)).containsExactly("go 50");
  }

  @Test
  void shouldLeaveOutWhatIsOutsideOfPeriodMarketOrCarrier() {
    Site vienna = new Site("Wien", "", "", "AT", "AT");
    Consumption heat =
        new Consumption(3, "r3", Carrier.HEAT, BigDecimal.TEN, LocalDate.of(2024, 1, 1), BERLIN);
    Allocation allocation =
        allocate(
            List.of(certificate("go", "500")),
            use(1, "100", "2025-01-01", BERLIN),
            use(2, "100", "2024-01-01", vienna),
            heat);

    assertThat(allocation.covers()).allSatisfy(c -> assertThat(c.shares()).isEmpty());
    assertThat(allocation.uses().get(0).remainingKwh().orElseThrow()).isEqualByComparingTo("500");
  }

  @Test
  void shouldDeductWhatBillsTakeBackBeforeCovering() {
    Allocation allocation =
        allocate(
            List.of(certificate("go", "500")),
            use(1, "100", "2024-01-01", BERLIN),
            use(2, "-20", "2024-02-01", BERLIN));

    assertThat(shares(allocation, 1)).containsExactly("go 80");
    assertThat(cover(allocation, 1).rest().add(cover(allocation, 2).rest()))
        .isEqualByComparingTo("0");
  }

  @Test
  void shouldUseUpTheOldestGenerationFirst() {
    Instrument january =
        with(
            certificate("z", "60"),
            Days.year(2024),
            new Days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1)),
            Instruments.RETIRED);
    Allocation allocation =
        allocate(List.of(certificate("a", "60"), january), use(1, "90", "2024-05-01", BERLIN));

    // both start on 1 January; the one that ends first goes first
    assertThat(shares(allocation, 1)).containsExactly("z 60", "a 30");
  }

  @Test
  void shouldGiveTheSameWhateverTheOrderOfTheInput() {
    List<Instrument> instruments =
        new ArrayList<>(
            List.of(certificate("b", "33.3"), certificate("a", "10"), contract("c", "5", "Bonn")));
    List<Consumption> activities =
        new ArrayList<>(
            List.of(
                use(1, "12.345", "2024-01-01", BERLIN),
                use(2, "70", "2024-01-01", BONN),
                use(3, "1", "2024-09-01", BONN)));
    Allocation once = Allocator.allocate(instruments, activities, TODAY);

    Collections.reverse(instruments);
    Collections.reverse(activities);

    assertThat(Allocator.allocate(instruments, activities, TODAY)).isEqualTo(once);
  }

  private static Allocation allocate(List<Instrument> instruments, Consumption... activities) {
    return Allocator.allocate(instruments, List.of(activities), TODAY);
  }

  private static Cover cover(Allocation allocation, long activity) {
    return allocation.covers().stream()
        .filter(c -> c.consumption().activity() == activity)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> shares(Allocation allocation, long activity) {
    return cover(allocation, activity).shares().stream()
        .map(s -> s.instrument().id() + " " + s.kwh().stripTrailingZeros().toPlainString())
        .toList();
  }
}
