package com.offgridflow.delivery.wiring;

import com.offgridflow.delivery.DeliveryTarget;
import com.offgridflow.delivery.TargetKind;
import java.util.Map;

/** Knows what a route needs to reach targets of a kind. */
interface TargetAccess {
  TargetKind kind();

  /**
   * What the registry is to hold for the target, by the end of its name; routes refer to it, so
   * that no credential stands in an endpoint URI.
   */
  Map<String, Object> make(DeliveryTarget target, Map<String, String> secret);
}
