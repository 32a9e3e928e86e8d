package com.offgridflow.signal.wiring;

import com.offgridflow.signal.LogContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Lets the log context travel with the exchange: threads of a pool, of {@code seda} or of a
 * parallel split take it from there. Camel's own MDC support ends where a new exchange begins.
 */
@Singleton
public class LogContextInterceptor implements InterceptStrategy {
  private static final String CARRIED = "hubLogContext";

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
    return new InLogContext(target);
  }

  private static final class InLogContext extends DelegateAsyncProcessor {
    InLogContext(Processor target) {
      super(target);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      try (LogContext context = LogContext.of(carried(exchange))) {
        return super.process(exchange, callback);
      }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> carried(Exchange exchange) {
      Map<String, String> carried = exchange.getProperty(CARRIED, Map.class);
      if (carried == null) {
        carried = LogContext.current();
        exchange.setProperty(CARRIED, carried);
      }
      return carried;
    }
  }
}
