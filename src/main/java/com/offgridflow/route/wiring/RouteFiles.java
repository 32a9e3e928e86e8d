package com.offgridflow.route.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Which routes run by which file, and the exchange of one version of a file for another. */
@ApplicationScoped
class RouteFiles {
  private static final String SHIPPED = "classpath:routes/";

  private final CamelContext camel;
  private final Map<Path, String> texts = new HashMap<>();

  RouteFiles(CamelContext camel) {
    this.camel = camel;
  }

  /** Whether this very text of the file runs. */
  boolean has(Path file, String text) {
    return text.equals(texts.get(file));
  }

  /** Files that run and are not among these. */
  List<Path> without(Collection<Path> present) {
    return texts.keySet().stream().filter(file -> !present.contains(file)).toList();
  }

  /** Whether the route is of the file, or of the shipped file that it takes the place of. */
  boolean isOf(Path file, Route route) {
    Resource source = route.getSourceResource();
    return source != null
        && (source.getLocation().equals(location(file))
            || source.getLocation().endsWith(shipped(file)));
  }

  /**
   * Lets the file's routes run as the text has them.
   *
   * @return their ids
   * @throws Exception when Camel cannot; then what ran before runs again
   */
  Set<String> load(Path file, String text) throws Exception {
    Set<String> before = ids(file);
    try {
      Set<String> now = update(ResourceHelper.fromString(location(file), text));
      before.removeAll(now);
      stop(before);
      texts.put(file, text);
      return new TreeSet<>(now);
    } catch (Exception e) {
      stop(ids(file));
      restore(file);
      throw e;
    }
  }

  /** Takes a file's routes away; says what runs instead. */
  String remove(Path file) {
    texts.remove(file);
    try {
      stop(ids(file));
      restore(file);
      return state(file);
    } catch (Exception e) {
      return "its routes could not be taken away: " + e.getMessage();
    }
  }

  /** What runs of a file, for people. */
  String state(Path file) {
    if (ids(file).isEmpty()) {
      return "no route of it runs";
    }
    return ids(file) + " run" + (texts.containsKey(file) ? " as they did" : " as they are shipped");
  }

  private void restore(Path file) throws Exception {
    String text = texts.get(file);
    if (text != null) {
      update(ResourceHelper.fromString(location(file), text));
      return;
    }
    Resource shipped =
        PluginHelper.getResourceLoader(camel).resolveResource(SHIPPED + shipped(file));
    if (shipped.exists()) {
      update(shipped);
    }
  }

  private Set<String> update(Resource resource) throws Exception {
    return PluginHelper.getRoutesLoader(camel).updateRoutes(resource);
  }

  private void stop(Set<String> ids) throws Exception {
    for (String id : ids) {
      camel.getRouteController().stopRoute(id);
      camel.removeRoute(id);
    }
  }

  private Set<String> ids(Path file) {
    return camel.getRoutes().stream()
        .filter(route -> isOf(file, route))
        .map(Route::getRouteId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String location(Path file) {
    return "file:" + file;
  }

  private static String shipped(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }
}
