package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds, subjects and gases of the factors of DESNZ 2025. */
class DesnzFactorsTest extends DesnzTable {
  /** Typed from the flat file by hand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stationary-combustion | natural-gas | kWh | 0.18296
          stationary-combustion | natural-gas/net-cv | kWh | 0.20270
          stationary-combustion | natural-gas | t | 2575.46441
          stationary-combustion | diesel | t | 3087.94462
          mobile-combustion | diesel | t | 3087.94462
          stationary-combustion | coal/domestic | t | 2904.95234
          stationary-combustion | wood-pellets | t | 55.19389
          stationary-combustion | wood-pellets/net-cv | kWh | 0.01150
          stationary-combustion | ethanol | L | 0.00901
          fugitive.gas | hfc-32 | kg | 677
          fugitive.gas | r-410a | kg | 1924
          mobile-distance | car/diesel | km | 0.17304
          mobile-distance | hgv/half-laden | km | 0.83589
          electricity.vehicle | car/battery-electric | km | 0.03663
          upstream.td | '' | kWh | 0.01853
          upstream.electricity | '' | kWh | 0.04590
          upstream.electricity | td | kWh | 0.00397
          grid.location | '' | kWh | 0.17700
          heat | '' | kWh | 0.17529
          steam | onsite | kWh | 0.17529
          upstream.heat | '' | kWh | 0.03341
          upstream.heat | distribution | kWh | 0.00945
          upstream.fuel | natural-gas | kWh | 0.03021
          upstream.fuel | ethanol/net-cv | GJ | 28.90900
          material | water-supply | ML | 191.30156
          waste | wastewater | ML | 170.87549
          material | clothing | t | 22310
          material | concrete/closed-loop | t | 3.21835
          waste | household-residual/landfill | t | 497.24244
          waste | mixed-plastics/incineration | t | 4.68568
          travel | air/long-haul/economy | passenger-km | 0.11704
          travel | air/long-haul/economy/without-rf | passenger-km | 0.06926
          travel | sea/ferry/foot-passenger | passenger-km | 0.01871
          travel | rail/national | passenger-km | 0.03546
          upstream.travel | rail/national | passenger-km | 0.00897
          freight | rail | t-km | 0.02779
          freight | ship/bulk-carrier | t-km | 0.00353
          freight | air/domestic | t-km | 4.60397
          freight | air/domestic/without-rf | t-km | 2.71931
          accommodation | hotel | room-night | 10.4
          accommodation | hotel/london | room-night | 11.5
          asset | electricity | kWh | 0.17700
          asset | van/diesel | km | 0.25561
          commuting | homeworking | FTE-h | 0.33378
          commuting | homeworking/office-equipment | FTE-h | 0.03144
          """)
  void shouldAnswerUnderItsKindAndSubject(
      String kind, String subject, String unit, BigDecimal printed) {
    assertThat(digits(co2e(at(kind, subject, unit, "GB")))).isEqualTo(digits(printed));
  }

  @Test
  void shouldGiveHotelsToTheirCountries() {
    assertThat(at("accommodation", "hotel", "room-night", "DE").value())
        .isEqualByComparingTo("13.2");
    assertThat(at("accommodation", "hotel", "room-night", "JP").value()).isEqualByComparingTo("39");
  }

  @Test
  void shouldCarryEnergyOfVehiclesAsEnergy() {
    Factor petrol = at("vehicle.energy", "car/petrol", "km", "GB");
    assertThat(petrol.value()).isEqualByComparingTo("0.70374");
    assertThat(petrol.unit().symbol()).isEqualTo("kWh");
    assertThat(at("vehicle.electricity", "car/battery-electric", "km", "GB").value())
        .isEqualByComparingTo("0.20656");
  }

  @Test
  void shouldKeepBiogenicCo2BesideTheTotal() {
    Amounts ethanol = at("stationary-combustion", "ethanol", "L", "GB").amounts();
    assertThat(ethanol.value().orElseThrow()).isEqualByComparingTo("0.00901");
    assertThat(ethanol.biogenicCo2().orElseThrow()).isEqualByComparingTo("1.52");
    assertThat(at("grid.location", "", "kWh", "GB").amounts().biogenicCo2().orElseThrow())
        .isEqualByComparingTo("0.11507");
  }

  /** By hand: 2575.46441 / 0.18296 = 14,077 kWh gross per t; net 2575.46441 / 0.20270 = 12,706. */
  @Test
  void shouldDeriveHeatingValuesFromTwoPublishedFigures() {
    assertThat(at("fuel.heating-value.gross", "natural-gas", "t", "GB").value())
        .isEqualByComparingTo("14080");
    assertThat(at("fuel.heating-value.net", "natural-gas", "t", "GB").value())
        .isEqualByComparingTo("12710");
  }

  private static Factor at(String kind, String subject, String unit, String place) {
    return shipped.stream()
        .filter(f -> f.kind().equals(kind) && f.subject().equals(subject))
        .filter(f -> f.perUnit().symbol().equals(unit) && f.place().equals(place))
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " " + subject + " per " + unit));
  }
}
