package com.offgridflow.report.wiring;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The Qute templates under {@code templates/}. What they print is escaped for XML unless the file's
 * name ends in {@code .txt}; an expression that resolves to nothing is an error.
 */
public final class ReportTemplates {
  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addValueResolver(ValueResolvers.rawResolver())
          .addResultMapper(new XmlEscaper())
          .addLocator(ReportTemplates::locate)
          .strictRendering(true)
          .build();

  /** The template's text with the data filled in. */
  public String render(String name, Map<String, Object> data) {
    return engine.getTemplate(name).render(data);
  }

  private static Optional<TemplateLocation> locate(String name) {
    URL file = ReportTemplates.class.getClassLoader().getResource("templates/" + name);
    return Optional.ofNullable(file).map(found -> new ClasspathTemplate(found, variant(name)));
  }

  private static Variant variant(String name) {
    return Variant.forContentType(name.endsWith(".txt") ? "text/plain" : "text/html");
  }

  private record ClasspathTemplate(URL file, Variant variant) implements TemplateLocation {
    @Override
    public Reader read() {
      try {
        return new InputStreamReader(file.openStream(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read template " + file, e);
      }
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(variant);
    }
  }
}
