package com.offgridflow.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
  /**
   * The example of the reference libraries of Standard Webhooks, computed anew with OpenSSL: {@code
   * openssl dgst -sha256 -mac HMAC -macopt hexkey:...} over id, timestamp and body.
   */
  @Test
  void shouldSignAsTheSpecificationsLibrariesDo() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    String signature =
        WebhookSignature.ofSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body);

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_c2hvcnQ=",
        "whsec_not base 64 at all, whatever",
        ""
      })
  void shouldRefuseSecretsThatAreNoneWithoutShowingThem(String secret) {
    assertThatThrownBy(() -> WebhookSignature.ofSecret(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("short")
        .hasMessageNotContaining("MfKQ");
  }
}
