package com.offgridflow.console.wiring;

import com.offgridflow.console.ConsolePolicy;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.request.AbstractRequestHandler;

/**
 * Takes messages to forbidden endpoints out of Jolokia's hands. Its restrictor sees the name of an
 * operation, not the arguments.
 */
final class SendPolicy extends AbstractRequestHandler {
  static final int BEFORE_JMX = 1;

  SendPolicy() {
    super("offgridflow", BEFORE_JMX);
  }

  @Override
  public boolean canHandle(JolokiaRequest request) {
    return request instanceof JolokiaExecRequest exec
        && ConsolePolicy.isSend(exec.getObjectName(), exec.getOperation())
        && !ConsolePolicy.maySend(exec.getArguments());
  }

  @Override
  public <R extends JolokiaRequest> Object handleRequest(R request, Object previousResult) {
    throw new SecurityException(
        "The console may send to direct: and seda: endpoints only, such as direct:core-estimate");
  }
}
