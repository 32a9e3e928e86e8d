package com.offgridflow.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {
  private final List<String> trusted = List.of("minio.example.com", "localhost");

  @Test
  void shouldCallATrustedHostOverHttps() {
    assertThat(OutgoingUrl.check("https://minio.example.com", trusted, "test"))
        .hasHost("minio.example.com");
  }

  @Test
  void shouldCallThisMachineWithoutHttpsWhenItIsTrusted() {
    assertThat(OutgoingUrl.check("http://localhost:9090", trusted, "test")).hasPort(9090);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://minio.example.com",
        "https://evil.example.com",
        "file:///etc/passwd",
        "https://minio.example.com@evil.example.com",
        "not a url"
      })
  void shouldRefuseEverythingElse(String url) {
    assertThatThrownBy(() -> OutgoingUrl.check(url, trusted, "connection aws"))
        .hasMessageContaining("connection aws")
        .hasMessageContaining(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com/c?sig=hush",
        "https://me:hush@evil.example.com/c#hush",
      })
  void shouldNotSayWhatOpensAnAddress(String url) {
    assertThatThrownBy(() -> OutgoingUrl.check(url, trusted, "connection aws"))
        .hasMessageContaining("evil.example.com/c is not called")
        .hasMessageNotContaining("hush");
  }
}
