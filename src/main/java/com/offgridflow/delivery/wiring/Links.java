package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.DownloadLink;
import com.offgridflow.delivery.LinkKeys;
import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.job.Job;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed links to renderings of reports. */
@ApplicationScoped
public class Links {
  /** Where links lead to, below the hub's address. */
  static final String PATH = "/d/";

  private final DeliveryConfig config;
  private final Optional<LinkKeys> keys;
  private final SentLinks sent;
  private final Clock clock;

  Links(DeliveryConfig config, HubConfig hub, SentLinks sent, Clock clock) {
    this.config = config;
    this.sent = sent;
    this.keys =
        config
            .linkKeys()
            .or(() -> hub.secretKey().map(key -> List.of("hub:" + derived(key))))
            .map(LinkKeys::new);
    this.clock = clock;
  }

  /** Whether the hub can make links. */
  boolean possible() {
    return config.baseUrl().isPresent() && keys.isPresent();
  }

  /**
   * A link that opens one rendering of the job's report, from now on until it expires or is taken
   * back. The same delivery tried again has the same link, for longer.
   */
  URI to(Job job, DeliveryTarget target, String rendering) {
    if (!possible()) {
      throw new UnrecoverableException(
          "links need delivery.base-url, the address that people reach the hub at, and HUB_SECRET_KEY or delivery.link-keys");
    }
    Instant expires = clock.instant().plus(config.linkValidity()).truncatedTo(ChronoUnit.SECONDS);
    DownloadLink link = sent.make(job, target.id(), rendering, expires);
    String base = config.baseUrl().orElseThrow().toString().replaceFirst("/+$", "");
    return URI.create(base + PATH + keys.orElseThrow().sign(link));
  }

  /** What a token stands for, expired or not; empty when the hub has not signed it. */
  Optional<DownloadLink> verify(String token) {
    return keys.flatMap(signers -> signers.verify(token));
  }

  /** Whether the hub has signed a token, now or in an earlier release. */
  boolean signed(String token) {
    return keys.filter(signers -> signers.signed(token)).isPresent();
  }

  boolean expired(DownloadLink link) {
    return !clock.instant().isBefore(link.expires());
  }

  /** A key of its own, so that what signs links opens no secrets. */
  private static String derived(String secretKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] key = mac.doFinal("offgridflow download links".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
