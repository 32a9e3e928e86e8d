package com.offgridflow.console.wiring;

import com.offgridflow.console.ConsolePolicy;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/** Holds Jolokia to the {@link ConsolePolicy}. */
final class JolokiaPolicy implements Restrictor {
  private static final Set<RequestType> TYPES =
      Set.of(
          RequestType.VERSION,
          RequestType.LIST,
          RequestType.SEARCH,
          RequestType.READ,
          RequestType.EXEC);

  @Override
  public boolean isTypeAllowed(RequestType type) {
    return TYPES.contains(type);
  }

  @Override
  public boolean isHttpMethodAllowed(HttpMethod method) {
    return method == HttpMethod.POST;
  }

  @Override
  public boolean isObjectNameHidden(ObjectName mbean) {
    return !ConsolePolicy.shows(mbean);
  }

  @Override
  public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
    return ConsolePolicy.mayRead(mbean, attribute);
  }

  @Override
  public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
    return false;
  }

  @Override
  public boolean isOperationAllowed(ObjectName mbean, String operation) {
    return ConsolePolicy.mayCall(mbean, operation);
  }

  /** Addresses and origins are the business of {@link ConsoleRoutes}. */
  @Override
  public boolean isRemoteAccessAllowed(String... addresses) {
    return true;
  }

  @Override
  public boolean isOriginAllowed(String origin, boolean strict) {
    return false;
  }
}
