package com.offgridflow.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks route and kamelet files before anything runs: against the schema of Camel's YAML, against
 * what is known of endpoints, and against the house's rules. Safe for use by many threads.
 */
public final class RouteValidator {
  private static final String ROUTE = ".camel.yaml";
  private static final String KAMELET = ".kamelet.yaml";

  /** What a file is told that has other bytes. */
  public static final String NOT_UTF_8 = "the file is not text in UTF-8; save it as UTF-8";

  private final YamlDslSchema schema = new YamlDslSchema();
  private final RouteWalk walk;

  public RouteValidator(EndpointCheck endpoints) {
    this(endpoints, StepCheck.none());
  }

  public RouteValidator(EndpointCheck endpoints, StepCheck steps) {
    this.walk = new RouteWalk(endpoints, steps);
  }

  /**
   * Checks all {@code *.camel.yaml} and {@code *.kamelet.yaml} in a directory and below, each by
   * itself and the routes among each other.
   *
   * @throws UncheckedIOException when a file cannot be read
   */
  public List<RouteProblem> validateAll(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(ROUTE) || file.toString().endsWith(KAMELET))
              .sorted()
              .toList();
      List<RouteProblem> problems = new ArrayList<>();
      files.forEach(file -> problems.addAll(validate(file)));
      problems.addAll(links(files));
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list routes in " + directory, e);
    }
  }

  /**
   * Checks one file.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public List<RouteProblem> validate(Path file) {
    try {
      return validate(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      return List.of(new RouteProblem(file.toString(), 1, 1, NOT_UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read route file " + file, e);
    }
  }

  /**
   * Checks a text as if it stood in the file, whose name and folder tell the ids that are expected.
   */
  public List<RouteProblem> validate(Path file, String text) {
    YamlFile yaml = new YamlFile(file.toString(), text);
    List<RouteProblem> problems = new ArrayList<>(yaml.problems());
    yaml.tree().ifPresent(tree -> problems.addAll(check(file, yaml, tree)));
    return problems.stream().distinct().sorted().toList();
  }

  /** Checks a text as {@link #validate(Path, String)} does, and against routes that are there. */
  public List<RouteProblem> validate(Path file, String text, OtherRoutes others) {
    List<RouteProblem> problems = validate(file, text);
    return problems.isEmpty()
        ? RouteLinks.check(parsed(file, text).stream().toList(), others)
        : problems;
  }

  private static List<RouteProblem> links(List<Path> files) throws IOException {
    List<RouteFile> routes = new ArrayList<>();
    for (Path file : files) {
      if (file.toString().endsWith(ROUTE)) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        parsed(file, text).ifPresent(routes::add);
      }
    }
    return RouteLinks.check(routes, OtherRoutes.none());
  }

  private static Optional<RouteFile> parsed(Path file, String text) {
    YamlFile yaml = new YamlFile(file.toString(), text);
    return yaml.tree().map(tree -> new RouteFile(yaml, tree));
  }

  private List<RouteProblem> check(Path file, YamlFile yaml, JsonNode tree) {
    String name = file.getFileName().toString();
    List<YamlDslSchema.Finding> findings = new ArrayList<>();
    if (name.endsWith(KAMELET)) {
      String kamelet = name.substring(0, name.length() - KAMELET.length());
      findings.addAll(KameletRules.check(tree, kamelet));
      findings.addAll(template(tree));
    } else {
      if (!tree.isArray()) {
        return List.of(yaml.at("", "a file of routes is a list; begin with '- route:'"));
      }
      findings.addAll(schema.check(tree));
      findings.addAll(RouteRules.check(tree, expectedId(file, name)));
    }
    findings.addAll(walk.check(tree));
    return findings.stream().map(f -> yaml.at(f.pointer(), f.message())).toList();
  }

  /** A kamelet's template is a route without a list around it. */
  private List<YamlDslSchema.Finding> template(JsonNode kamelet) {
    String pointer = "/spec/template";
    JsonNode template = kamelet.at(pointer);
    List<YamlDslSchema.Finding> findings = new ArrayList<>();
    for (String part : List.of("from", "route")) {
      if (template.has(part)) {
        JsonNode wrapped = JsonNodeFactory.instance.objectNode().set(part, template.get(part));
        schema.check(JsonNodeFactory.instance.arrayNode().add(wrapped)).stream()
            .map(f -> new YamlDslSchema.Finding(pointer + f.pointer().substring(2), f.message()))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static String expectedId(Path file, String name) {
    Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
    return folder + "-" + name.substring(0, Math.max(0, name.length() - ROUTE.length()));
  }
}
