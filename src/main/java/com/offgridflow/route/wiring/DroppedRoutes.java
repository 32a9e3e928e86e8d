package com.offgridflow.route.wiring;

import com.offgridflow.route.RouteProblem;
import com.offgridflow.route.RouteValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Routes that are put into the administrator's directory while the hub runs. A file is judged
 * before anything is touched; what is wrong with it is said once, and the version before goes on.
 */
@ApplicationScoped
@Named("droppedRoutes")
public class DroppedRoutes {
  private static final Logger LOG = Logger.getLogger(DroppedRoutes.class);
  private static final Pattern YAML = Pattern.compile("(?s).*\\.ya?ml");
  private static final String ENDING = ".camel.yaml";
  private static final String SUCH_AS =
      " in the directory of routes, such as source/oracle-focus.camel.yaml";

  private final Optional<Path> directory;
  private final RunningHub hub;
  private final RouteFiles routes;

  /** Made for the first file, and let go when memory is short: Camel's schema takes 300 MB. */
  private SoftReference<RouteValidator> validator = new SoftReference<>(null);

  /**
   * Texts as they were at the last look, so that a file is taken when nobody writes it any more.
   */
  private Map<Path, String> seen = Map.of();

  /** What was said of each file. */
  private final Map<Path, String> said = new HashMap<>();

  /** Texts that Camel refused, which it would refuse again. */
  private final Map<Path, String> refused = new HashMap<>();

  DroppedRoutes(RouteSettings settings, RunningHub hub, RouteFiles routes) {
    this.directory = settings.directory();
    this.hub = hub;
    this.routes = routes;
  }

  /** Takes up what is new, what has changed, and what is gone since the last look. */
  public synchronized void look() throws IOException {
    List<Path> files = files();
    for (Path gone : routes.without(files)) {
      LOG.infof("%s is gone: %s", gone, routes.remove(gone));
    }
    said.keySet().retainAll(files);
    Map<Path, String> texts = new TreeMap<>();
    files.forEach(file -> read(file).ifPresent(text -> texts.put(file, text)));
    texts.forEach(
        (file, text) -> {
          if (text.equals(seen.get(file))) {
            take(file, text);
          }
        });
    seen = texts;
  }

  private void take(Path file, String text) {
    if (routes.has(file, text)) {
      said.remove(file);
    } else if (!text.equals(refused.get(file))) {
      List<String> problems = problems(file, text);
      if (problems.isEmpty()) {
        load(file, text);
      } else {
        say(file, String.join("\n", problems));
      }
    }
  }

  private List<String> problems(Path file, String text) {
    if (text.contains("\uFFFD")) {
      return List.of(new RouteProblem(file.toString(), 1, 1, RouteValidator.NOT_UTF_8).toString());
    }
    return validator().validate(file, text, hub.except(route -> routes.isOf(file, route))).stream()
        .map(RouteProblem::toString)
        .toList();
  }

  private RouteValidator validator() {
    RouteValidator known = validator.get();
    if (known == null) {
      known = new RouteValidator(hub, hub);
      validator = new SoftReference<>(known);
    }
    return known;
  }

  private void load(Path file, String text) {
    try {
      Set<String> ids = routes.load(file, text);
      LOG.infof("%s: took up %s", file, ids);
      refused.remove(file);
      said.remove(file);
    } catch (Exception e) {
      refused.put(file, text);
      say(file, file + ": Camel cannot make a route of it: " + reason(e));
    }
  }

  private void say(Path file, String problems) {
    if (!problems.equals(said.put(file, problems))) {
      LOG.errorf("%s%nNothing of this file was taken up; %s", problems, routes.state(file));
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private List<Path> files() throws IOException {
    if (directory.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory.get().toAbsolutePath().normalize())) {
      return files
          .filter(file -> YAML.matcher(file.toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private Optional<String> read(Path file) {
    if (!belongs(file)) {
      say(file, file + ": a file of routes is <folder>/<file>.camel.yaml" + SUCH_AS);
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      say(file, file + ": the file cannot be read: " + e);
      return Optional.empty();
    }
  }

  private boolean belongs(Path file) {
    Path below = directory.orElseThrow().toAbsolutePath().normalize().relativize(file);
    return file.toString().endsWith(ENDING) && below.getNameCount() == 2;
  }
}
