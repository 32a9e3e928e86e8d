package com.offgridflow.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeysTest {
  private static final String OLD = "k1:" + "00112233445566778899aabbccddeeff".repeat(2);
  private static final String NEW = "k2:" + "ffeeddccbbaa99887766554433221100".repeat(2);
  private static final String ID = "5f1e0f6e-0d5c-4f0a-9a63-8d8f6a4c2b10";
  private static final DownloadLink LINK =
      new DownloadLink(
          UUID.fromString(ID), "acme", "0a1b-2c", "pdf", Instant.parse("2026-12-01T00:00:00Z"));

  private final LinkKeys keys = new LinkKeys(List.of(OLD));

  @Test
  void shouldGiveBackWhatWasSigned() {
    assertThat(keys.verify(keys.sign(LINK))).contains(LINK);
  }

  /** By hand: key name, base 64 of id/tenant/report/rendering/seconds, HMAC-SHA-256 over both. */
  @Test
  void shouldSignIdTenantReportRenderingAndExpiry() throws Exception {
    // 2026-12-01T00:00:00Z is 1796083200 s after 1970
    String claim = "k1." + base64((ID + "/acme/0a1b-2c/pdf/1796083200").getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(OLD.substring(3)), "HmacSHA256"));

    assertThat(keys.sign(LINK)).isEqualTo(claim + "." + base64(mac.doFinal(claim.getBytes(UTF_8))));
  }

  /** As the first releases signed them, without an id. */
  @Test
  void shouldKnowNothingOfLinksThatCannotBeTakenBack() throws Exception {
    String claim = "k1." + base64("acme/0a1b-2c/pdf/1796083200".getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(OLD.substring(3)), "HmacSHA256"));

    String token = claim + "." + base64(mac.doFinal(claim.getBytes(UTF_8)));

    assertThat(keys.verify(token)).isEmpty();
    assertThat(keys.signed(token)).as("so that its holder is told").isTrue();
    assertThat(keys.signed(claim + "." + base64(new byte[32]))).isFalse();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void shouldAcceptLinksOfTheKeyBeforeTheNewOne() {
    LinkKeys rotated = new LinkKeys(List.of(NEW, OLD));

    assertThat(rotated.verify(keys.sign(LINK))).contains(LINK);
    assertThat(rotated.sign(LINK)).startsWith("k2.");
    assertThat(keys.verify(rotated.sign(LINK))).isEmpty();
  }

  @Test
  void shouldRefuseWhateverWasChanged() {
    String token = keys.sign(LINK);
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);

      assertThat(keys.verify(changed)).as("changed at %d", i).isEmpty();
    }
  }

  @Test
  void shouldRefuseTheSignatureOfAnotherKeyOfTheSameName() {
    LinkKeys others = new LinkKeys(List.of("k1:" + "ab".repeat(32)));

    assertThat(keys.verify(others.sign(LINK))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "k1..", "k1.a.b.c", "k9.YQ.YQ", "k1.%%%.%%%"})
  void shouldRefuseWhatIsNoToken(String token) {
    assertThat(keys.verify(token)).isEmpty();
  }

  @Test
  void shouldNotShowAKeyThatIsNone() {
    assertThatThrownBy(() -> new LinkKeys(List.of("k1:c0ffee")))
        .hasMessageContaining("'k1'")
        .hasMessageContaining("64 hex digits")
        .hasMessageNotContaining("c0ffee");
    assertThatThrownBy(() -> new LinkKeys(List.of("00112233445566778899aabbccddeeff")))
        .hasMessageNotContaining("0011");
  }
}
