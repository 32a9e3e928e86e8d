package com.offgridflow.emission.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.activity.Unit;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected factors: powers of 1000 and 1024 by IEC 80000-13, and 2^-30 = 0.000…931… */
class BytePrefixTest {

  @ParameterizedTest
  @CsvSource({
    "DECIMAL,   GiB,     GB,   1.073741824",
    "DECIMAL,   B-h,     TB-h, 0.000000000001",
    "BINARY,    GiB-h,   GB-h, 1",
    "BINARY,    GB-h,    GB-h, 0.931322574615478515625",
    "BINARY,    TiB-h,   GB-h, 1024",
    "AS_BILLED, GiB,     GB,   1",
    "AS_BILLED, TiB,     GB,   1000",
    "AS_BILLED, KiB,     GB,   0.000001",
    "AS_BILLED, TB-h,    TB-h, 1",
    "AS_BILLED, GiB-s,   GB-h, 0.0002777777777777777777777777777777778",
    "AS_BILLED, B,       GB,   0.000000000931322574615478515625",
    "AS_BILLED, B-h,     TB-h, 0.000000000000931322574615478515625",
  })
  void shouldCountBytes(BytePrefix prefix, String from, String coefficient, BigDecimal factor) {
    assertThat(prefix.factor(Unit.named(from), Unit.named(coefficient)).orElseThrow())
        .isEqualByComparingTo(factor);
  }

  @ParameterizedTest
  @CsvSource({"GiB-h, GB", "kWh, GB", "Requests, GB", "B, GB-h"})
  void shouldNotCountWhatIsNoAmountOfTheSameBytes(String from, String coefficient) {
    for (BytePrefix prefix : BytePrefix.values()) {
      assertThat(prefix.factor(Unit.named(from), Unit.named(coefficient))).isEmpty();
    }
  }

  @Test
  void shouldSayWhatAProfileMaySayOfBytes() {
    Map<Cause, Part> parts = new EnumMap<>(Profiles.named(Profiles.CURRENT).parts());
    parts.put(Cause.BYTE_PREFIX, part(Map.of("memory", List.of("octal"))));
    assertThatThrownBy(() -> new Profile("own", "", "", parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "profile 'own': byte-prefix.memory is [octal], not one of [decimal, binary, as-billed]");
  }

  @Test
  void shouldWantAWordForEachUse() {
    Map<Cause, Part> parts = new EnumMap<>(Profiles.named(Profiles.CURRENT).parts());
    parts.put(Cause.BYTE_PREFIX, part(Map.of("memory", List.of("binary"))));
    assertThatThrownBy(() -> new Profile("own", "", "", parts))
        .hasMessageContaining("byte-prefix.storage is []");
  }

  private static Part part(Map<String, List<String>> words) {
    return new Part(List.of(), List.of(), words, Map.of());
  }
}
