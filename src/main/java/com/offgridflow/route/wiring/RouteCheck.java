package com.offgridflow.route.wiring;

import com.offgridflow.route.EndpointCheck;
import com.offgridflow.route.RouteValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.quarkus.main.events.BeforeConfigure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says at start what is wrong with the routes in directories, by line and column, before Camel
 * stumbles over the first of them. The hub's own routes were checked when it was built.
 */
@ApplicationScoped
public class RouteCheck {
  private static final Logger LOG = Logger.getLogger(RouteCheck.class);
  private static final String FILE = "file:";

  private final Optional<List<String>> patterns;

  RouteCheck(
      @ConfigProperty(name = "camel.main.routes-include-pattern") Optional<List<String>> patterns) {
    this.patterns = patterns;
  }

  void beforeRoutesLoad(@Observes BeforeConfigure event) {
    List<Path> folders = folders(patterns.orElse(List.of()));
    if (!folders.isEmpty()) {
      RouteValidator validator = new RouteValidator(EndpointCheck.ofClassPath());
      folders.stream()
          .flatMap(folder -> validator.validateAll(folder).stream())
          .forEach(LOG::error);
    }
  }

  /** The directories that the patterns name and that exist, without their wildcards. */
  static List<Path> folders(List<String> patterns) {
    return patterns.stream()
        .map(String::strip)
        .filter(pattern -> pattern.startsWith(FILE))
        .map(pattern -> pattern.substring(FILE.length()).replaceFirst("[^/]*[*?].*$", ""))
        .flatMap(folder -> folder.isEmpty() ? Stream.of(Path.of(".")) : Stream.of(Path.of(folder)))
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }
}
