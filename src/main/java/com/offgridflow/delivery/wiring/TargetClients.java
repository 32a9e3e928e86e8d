package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.jboss.logging.Logger;

/** The clients of targets, in the registry. */
@ApplicationScoped
public class TargetClients {
  private static final Logger LOG = Logger.getLogger(TargetClients.class);

  private final Map<String, Registered> registered = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();
  private final CamelContext camel;
  private final TargetSecrets secrets;
  private final List<TargetAccess> accesses;

  TargetClients(CamelContext camel, TargetSecrets secrets, @All List<TargetAccess> accesses) {
    this.camel = camel;
    this.secrets = secrets;
    this.accesses = accesses;
  }

  /** What the registry holds for a target, and what that was made from. */
  private record Registered(String name, Object madeFrom, Map<String, Object> objects) {}

  /**
   * The name under which the registry holds what reaches the target. Other settings get another
   * name, because Camel keeps an endpoint for as long as its URI is the same.
   */
  String register(DeliveryTarget target) {
    Map<String, String> secret = secrets.of(target);
    Object madeFrom = List.of(target.kind(), target.settings(), secret);
    return registered
        .compute(
            target.tenant() + "/" + target.id(),
            (key, old) ->
                old != null && old.madeFrom().equals(madeFrom)
                    ? old
                    : replace(target, secret, madeFrom, old))
        .name();
  }

  /** Nobody can be using the old ones: deliveries to a target never run side by side. */
  private Registered replace(
      DeliveryTarget target, Map<String, String> secret, Object madeFrom, Registered old) {
    Map<String, Object> objects = new HashMap<>();
    accesses.stream()
        .filter(access -> access.kind() == target.kind())
        .forEach(access -> objects.putAll(access.make(target, secret)));
    String name = "target-%s-%s-%d".formatted(target.tenant(), target.id(), made.incrementAndGet());
    objects.forEach((end, object) -> camel.getRegistry().bind(name + end, object));
    if (old != null) {
      old.objects().forEach((end, object) -> forget(old.name() + end, object));
    }
    return new Registered(name, madeFrom, objects);
  }

  private void forget(String name, Object object) {
    camel.getRegistry().unbind(name);
    if (object instanceof AutoCloseable closeable) {
      close(name, closeable);
    }
  }

  private static void close(String name, AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      LOG.warnf(e, "client %s cannot be closed", name);
    }
  }
}
