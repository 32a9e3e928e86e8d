package com.offgridflow.emission.formula;

import static com.offgridflow.activity.ActivityKind.COMMUTING;
import static com.offgridflow.activity.ActivityKind.FUGITIVE_MASS_BALANCE;
import static com.offgridflow.activity.ActivityKind.INVESTMENT;
import static com.offgridflow.activity.ActivityKind.LEASED_UPSTREAM;
import static com.offgridflow.activity.ActivityKind.PURCHASED_GOODS;
import static com.offgridflow.activity.ActivityKind.STATIONARY_COMBUSTION;
import static com.offgridflow.activity.ActivityKind.WASTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.emission.Booked;
import com.offgridflow.emission.EmissionCalculator;
import com.offgridflow.emission.Illustrative;
import com.offgridflow.emission.Outcome;
import com.offgridflow.emission.Outcome.IncompatibleUnit;
import com.offgridflow.emission.Outcome.InvalidInput;
import com.offgridflow.emission.Outcome.MissingFactor;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What cannot be estimated says which field, which value, and what would have worked. */
class BadInputTest {
  private static final EmissionCalculator CALCULATOR =
      new Illustrative()
          .world("stationary-combustion", "natural-gas", "kWh", "0.2")
          .world("waste", "plastic/landfill", "t", "40")
          .world("spend", "541511", "USD", "0.1")
          .world("travel", "rail", "passenger-km", "0.1")
          .calculator();

  @Test
  void shouldNameTheNearestOfAMissingFactor() {
    Outcome outcome = estimate(Booked.of(WASTE, "plastics/landfill", "1", "t"));
    assertThat(outcome).isInstanceOf(MissingFactor.class);
    assertThat(outcome.message())
        .contains("waste of 'plastics/landfill'")
        .contains("example:waste:plastic/landfill:world:t");
  }

  @Test
  void shouldNameTheUnitsThatAFactorIsPer() {
    Outcome outcome = estimate(Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "m2"));
    assertThat(outcome).isInstanceOf(IncompatibleUnit.class);
    assertThat(outcome.message())
        .isEqualTo("stationary-combustion in 'm2' does not convert to kWh");
  }

  @Test
  void shouldNameTheOldestEditionForADayBeforeIt() {
    Outcome outcome =
        estimate(
            Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "kWh")
                .on(LocalDate.of(1999, 1, 1)));
    assertThat(outcome).isInstanceOf(MissingFactor.class);
    assertThat(outcome.message()).contains("2024-01-01");
  }

  @Test
  void shouldRejectANegativeDetail() {
    InvalidInput invalid =
        invalid(Booked.of(PURCHASED_GOODS, "cement", "1", "kg").told("supplier_factor", "-0.15"));
    assertThat(invalid.field()).isEqualTo("details.supplier_factor");
    assertThat(invalid.value()).isEqualTo("-0.15");
    assertThat(invalid.message())
        .isEqualTo(
            "purchased-goods, details.supplier_factor: '-0.15' should be a number of at least 0 in"
                + " kg CO2e/kg");
  }

  @Test
  void shouldRejectADetailThatIsNoNumber() {
    InvalidInput invalid =
        invalid(Booked.of(PURCHASED_GOODS, "cement", "1", "kg").told("supplier_factor", "1,5"));
    assertThat(invalid.message()).contains("'1,5' should be a number");
  }

  @Test
  void shouldNameTheGasesThatAreLikeAnUnknownOne() {
    InvalidInput invalid =
        invalid(
            Booked.of(FUGITIVE_MASS_BALANCE, "R-999Z", "1", "kg").told("movement", "purchased"));
    assertThat(invalid.field()).isEqualTo("subject");
    assertThat(invalid.message()).contains("'R-999Z' should be a gas or blend such as R-");
  }

  @Test
  void shouldSayWhichExchangeRateIsNotLoaded() {
    Outcome outcome = estimate(Booked.of(PURCHASED_GOODS, "541511", "100", "EUR"));
    assertThat(outcome).isInstanceOf(MissingFactor.class);
    assertThat(((MissingFactor) outcome).asked()).isEqualTo("exchange rate USD/EUR");
  }

  @Test
  void shouldRejectARateOfZero() {
    InvalidInput invalid =
        invalid(Booked.of(PURCHASED_GOODS, "541511", "100", "EUR").told("exchange_rate", "0"));
    assertThat(invalid.field()).isEqualTo("details.exchange_rate");
    assertThat(invalid.message()).contains("a number above 0 in USD/EUR");
  }

  @Test
  void shouldListTheMovementsWhereNoneIsTold() {
    InvalidInput invalid = invalid(Booked.of(FUGITIVE_MASS_BALANCE, "SF6", "1", "kg"));
    assertThat(invalid.field()).isEqualTo("details.movement");
    assertThat(invalid.message())
        .contains("one of capacity-of-new-equipment")
        .contains("purchased");
  }

  @Test
  void shouldRejectAWordThatIsNoneOfTheAllowed() {
    InvalidInput invalid =
        invalid(Booked.of(FUGITIVE_MASS_BALANCE, "SF6", "1", "kg").told("movement", "bought"));
    assertThat(invalid.value()).isEqualTo("bought");
  }

  @Test
  void shouldRejectAShareAboveAll() {
    InvalidInput invalid =
        invalid(Booked.of(INVESTMENT, "company", "1", "kg CO2e").told("share", "40"));
    assertThat(invalid.message()).contains("'40' should be a share from 0 to 1");
  }

  @Test
  void shouldAskForAShareThatIsNotTold() {
    InvalidInput invalid = invalid(Booked.of(INVESTMENT, "company", "1", "kg CO2e"));
    assertThat(invalid.field()).isEqualTo("details.share");
  }

  @Test
  void shouldRejectADivisorOfZero() {
    InvalidInput invalid =
        invalid(
            Booked.of(LEASED_UPSTREAM, "natural-gas", "1", "kWh")
                .told("area_m2", "10")
                .told("total_area_m2", "0"));
    assertThat(invalid.field()).isEqualTo("details.total_area_m2");
    assertThat(invalid.message()).contains("a number above 0 in m2");
  }

  @Test
  void shouldAskForWhatAnAverageNeeds() {
    InvalidInput invalid = invalid(Booked.of(COMMUTING, "rail", "10", "employee"));
    assertThat(invalid.field()).isEqualTo("details.one_way_km");
  }

  @Test
  void shouldRejectAnUncertaintyThatIsNoRange() {
    InvalidInput invalid =
        invalid(
            Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "kWh").told("uncertainty", "5 %"));
    assertThat(invalid.message()).contains("'5 %' should be a range around 1 such as 0.95..1.05");
  }

  @Test
  void shouldRejectAnUnknownRatingOfQuality() {
    InvalidInput invalid =
        invalid(
            Booked.of(STATIONARY_COMBUSTION, "natural-gas", "1", "kWh")
                .told("quality_time", "best"));
    assertThat(invalid.message()).contains("'best' should be one of very-good, good, fair, poor");
  }

  private static InvalidInput invalid(Booked booked) {
    Outcome outcome = estimate(booked);
    assertThat(outcome).isInstanceOf(InvalidInput.class);
    return (InvalidInput) outcome;
  }

  private static Outcome estimate(Booked booked) {
    return CALCULATOR.estimate(booked.activity());
  }
}
