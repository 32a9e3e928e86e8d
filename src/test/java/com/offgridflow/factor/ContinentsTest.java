package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinentsTest {

  /** The JDK's list of ISO 3166-1 is the independent one. */
  @Test
  void shouldPlaceEveryCountryOfIso3166() {
    assertThat(Arrays.stream(Locale.getISOCountries()))
        .allSatisfy(country -> assertThat(Continents.of(country)).as(country).isPresent());
  }

  /** M49's region codes 002, 019, 010, 142, 150, 009; countries that are often placed elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "EG, africa",
    "MX, americas",
    "GL, americas",
    "AQ, antarctica",
    "TR, asia",
    "CY, asia",
    "GE, asia",
    "KZ, asia",
    "RU, europe",
    "GB, europe",
    "AU, oceania",
    "CX, oceania"
  })
  void shouldFollowM49(String country, String continent) {
    assertThat(Continents.of(country)).contains(continent);
  }

  @Test
  void shouldNotKnowWhatIsNoCountry() {
    assertThat(Continents.of("ZZ")).isEmpty();
    assertThat(Continents.of("")).isEmpty();
  }
}
