package com.offgridflow.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private final SecretBox box = SecretBox.ofHexKey("00112233445566778899aabbccddeeff".repeat(2));

  @Test
  void shouldOpenWhatItSealed() {
    byte[] sealed = box.seal("key".getBytes(UTF_8), "demo/aws");
    assertThat(new String(box.open(sealed, "demo/aws"), UTF_8)).isEqualTo("key");
  }

  @Test
  void shouldNotOpenInAnotherRow() {
    byte[] sealed = box.seal("key".getBytes(UTF_8), "demo/aws");
    assertThatThrownBy(() -> box.open(sealed, "other/aws")).hasMessageContaining("other/aws");
  }

  @Test
  void shouldNotOpenAfterAChangedByte() {
    byte[] sealed = box.seal("key".getBytes(UTF_8), "demo/aws");
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(sealed, "demo/aws"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldSealTheSameTextDifferentlyEachTime() {
    assertThat(box.seal("key".getBytes(UTF_8), "a"))
        .isNotEqualTo(box.seal("key".getBytes(UTF_8), "a"));
  }

  @Test
  void shouldRejectAShortKeyWithoutShowingIt() {
    assertThatThrownBy(() -> SecretBox.ofHexKey("cafe"))
        .hasMessageContaining("64 hex digits")
        .hasMessageNotContaining("cafe");
  }
}
