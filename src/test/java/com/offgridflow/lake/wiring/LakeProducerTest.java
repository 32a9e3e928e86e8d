package com.offgridflow.lake.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakeProducerTest {
  @ParameterizedTest
  @ValueSource(strings = {"700MB", "1.5GiB", "2 GB"})
  void shouldTakeSizesAsDuckDbWritesThem(String size) {
    assertThatCode(() -> LakeProducer.requireSize(size)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lots", "700", "-1GB", ""})
  void shouldRefuseWhatIsNoSize(String size) {
    assertThatThrownBy(() -> LakeProducer.requireSize(size))
        .hasMessage(
            "lake.memory-limit is '%s'; it should be a size such as 700MB or 1.5GiB"
                .formatted(size));
  }
}
