package com.offgridflow.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.activity.Place;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PlaceLadderTest {
  private static final PlaceLadder LADDER =
      new PlaceLadder(
          GridZones.read(
              "zones",
              new StringReader(
                  """
                  zip_from,zip_to,subregions
                  02139,02139,NEWE
                  37201,37203,SRTV RFCW
                  """)));

  @Test
  void shouldClimbFromTheSuppliersRegionToTheWorld() {
    assertThat(LADDER.of(new Place("AWS", "eu-central-1", "", "DE", "Plant 7")))
        .containsExactly(
            "aws/eu-central-1", "aws", "facility/plant 7", "DE", "continent/europe", "world");
  }

  @Test
  void shouldFindTheGridZoneOfAZipCode() {
    assertThat(LADDER.of(new Place("", "", "37202-1234", "US", "")))
        .containsExactly("egrid/SRTV", "US", "continent/americas", "world");
  }

  @Test
  void shouldTakeTheGridZoneThatIsGivenBeforeTheZipCodes() {
    assertThat(LADDER.of(new Place("", "rfcw", "37202", "US", "")))
        .containsExactly("egrid/RFCW", "US", "continent/americas", "world");
  }

  @Test
  void shouldKnowASubdivision() {
    assertThat(LADDER.of(new Place("", "IN-TN", "", "in", "")))
        .containsExactly("IN-TN", "IN", "continent/asia", "world");
  }

  @Test
  void shouldHaveNoZoneForAZipCodeOfAnotherCountry() {
    assertThat(LADDER.of(new Place("", "", "02139", "DE", "")))
        .containsExactly("DE", "continent/europe", "world");
  }

  @Test
  void shouldEndAtTheWorldWhenNothingIsKnown() {
    assertThat(LADDER.of(new Place("", "", "", "", ""))).containsExactly("world");
  }
}
