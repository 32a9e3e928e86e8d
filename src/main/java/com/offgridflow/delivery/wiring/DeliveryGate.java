package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import com.offgridflow.job.HubProperties;
import com.offgridflow.upstream.Upstream;
import com.offgridflow.upstream.wiring.Upstreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The gate of targets whose transport has no client to put one into: a route enters it before, and
 * says afterwards what came of it. The clients of S3, Blob Storage and Cloud Storage have theirs.
 */
@ApplicationScoped
@Named("deliveryGate")
public class DeliveryGate {
  /** Whether something has been sent of which nothing has been heard. */
  private static final String UNDER_WAY = "hubUnderWay";

  private static final int OK = 200;

  private final Upstreams upstreams;

  DeliveryGate(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  /**
   * Waits until the target may be asked.
   *
   * @throws com.offgridflow.failure.PostponedException when the job had better come back later
   * @throws IOException when the thread is interrupted
   */
  public void enter(Exchange exchange) throws IOException {
    upstreams.pass(upstream(exchange));
    exchange.setProperty(UNDER_WAY, true);
  }

  /** The target has done what it was asked, or has said itself why not. */
  public void served(Exchange exchange) {
    answered(exchange, OK, Map.of());
  }

  /** The target has answered with a status of HTTP. */
  void answered(Exchange exchange, int status, Map<String, List<String>> headers) {
    if (exchange.removeProperty(UNDER_WAY) != null) {
      upstreams.answered(upstream(exchange), status, headers);
    }
  }

  /** The target has not answered, if it was asked at all. */
  void unanswered(Exchange exchange) {
    if (exchange.removeProperty(UNDER_WAY) != null) {
      upstreams.unanswered(upstream(exchange));
    }
  }

  /**
   * A receiver of webhooks is one by itself, since many of them may live at one host. A server of
   * SFTP counts logins from the hub, whosesoever they are.
   */
  private static Upstream upstream(Exchange exchange) {
    DeliveryTarget target = exchange.getProperty(HubProperties.TARGET, DeliveryTarget.class);
    String account =
        target.kind() == TargetKind.SFTP
            ? target.setting("host") + ":" + target.setting("port")
            : target.tenant() + "/" + target.id();
    return new Upstream(target.kind().id(), account);
  }
}
