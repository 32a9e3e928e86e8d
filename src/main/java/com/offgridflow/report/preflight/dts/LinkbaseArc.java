package com.offgridflow.report.preflight.dts;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/** An arc as it stands in a linkbase: its ends are addresses of elements. */
record LinkbaseArc(
    String role,
    String arcrole,
    String from,
    String to,
    String targetRole,
    boolean closed,
    boolean usable,
    BigDecimal weight) {

  /** Empty where one of its ends is not known. */
  Optional<Arc> resolved(Map<String, QName> byAddress) {
    QName source = byAddress.get(from);
    QName target = byAddress.get(to);
    return source == null || target == null
        ? Optional.empty()
        : Optional.of(new Arc(role, arcrole, source, target, targetRole, closed, usable, weight));
  }
}
