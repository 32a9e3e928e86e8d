package com.offgridflow.console.wiring;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jolokia.json.JSONStructure;
import org.jolokia.server.core.config.ConfigKey;
import org.jolokia.server.core.config.StaticConfiguration;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.service.JolokiaServiceManagerFactory;
import org.jolokia.server.core.service.api.JolokiaServiceManager;
import org.jolokia.service.jmx.LocalRequestHandler;
import org.jolokia.service.serializer.JolokiaSerializer;

/**
 * JMX as JSON, inside this process: Jolokia without its own HTTP server, so that no second port has
 * to be found, kept free and guarded.
 */
@Startup
@Singleton
public class Jolokia {
  private static final int JMX = SendPolicy.BEFORE_JMX + 1;

  private final JolokiaServiceManager services;
  private final HttpRequestHandler requests;

  Jolokia() {
    services =
        JolokiaServiceManagerFactory.createJolokiaServiceManager(
            configuration(), new JolokiaLog(), new JolokiaPolicy());
    services.addService(new JolokiaSerializer());
    services.addService(new SendPolicy());
    services.addService(new LocalRequestHandler(JMX));
    requests = new HttpRequestHandler(services.start());
  }

  /**
   * Answers a request, or a list of them.
   *
   * @param json as Jolokia's protocol says
   * @return JSON; what is refused or fails has a {@code status} other than 200 in there
   * @throws IllegalArgumentException when it is no JSON
   */
  String answer(byte[] json) {
    try {
      JSONStructure answer =
          requests.handlePostRequest("/jolokia", new ByteArrayInputStream(json), "UTF-8", Map.of());
      return answer.toJSONString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadRequestException e) {
      throw new IllegalArgumentException(describe(e), e);
    } catch (EmptyResponseException e) {
      return "{}";
    }
  }

  /** What Jolokia this is; the console asks for it to find out where its JMX is. */
  String version() {
    return answer("{\"type\":\"version\"}".getBytes(StandardCharsets.UTF_8));
  }

  private static String describe(BadRequestException e) {
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  @PreDestroy
  void stop() {
    services.stop();
  }

  private static StaticConfiguration configuration() {
    return new StaticConfiguration(
        ConfigKey.AGENT_ID, "offgridflow-hub",
        ConfigKey.ALLOW_ERROR_DETAILS, "false",
        // one attribute that may not be shown does not hide the others of its MBean
        ConfigKey.IGNORE_ERRORS, "true",
        ConfigKey.DISCOVERY_ENABLED, "false");
  }
}
