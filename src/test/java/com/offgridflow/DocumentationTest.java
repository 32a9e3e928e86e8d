package com.offgridflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.factor.FactorKind;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there, and what is there has a place in them. */
class DocumentationTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.offgridflow");
  private static final java.nio.file.Path DOCS = java.nio.file.Path.of("docs");
  private static final String CONFIGURATION = read(DOCS.resolve("configuration.md"));
  private static final String ALL =
      Stream.concat(Stream.of(java.nio.file.Path.of("README.md")), documents())
          .map(DocumentationTest::read)
          .collect(Collectors.joining("\n"));

  /** {@code | `key` | `default` | meaning |}, the default being nothing where there is none. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+\\.[^`]+)` \\|(?: `([^`]*)`)? \\|");

  @Test
  void shouldListEachSettingWithItsDefault() {
    Map<String, String> listed = new TreeMap<>();
    ROW.matcher(CONFIGURATION)
        .results()
        .forEach(row -> listed.put(row.group(1), row.group(2) == null ? "" : row.group(2)));

    assertThat(listed).isEqualTo(settings());
  }

  @Test
  void shouldNameNoSettingThatIsNone() {
    Map<String, String> settings = settings();
    String prefixes =
        settings.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .distinct()
            .collect(Collectors.joining("|"));

    Set<String> named =
        Pattern.compile("`(?:-D)?((?:" + prefixes + ")\\.[a-z-]+(?:\\.[a-z<>-]+)*)(?:=[^`]*)?`")
            .matcher(ALL)
            .results()
            .map(found -> found.group(1))
            .filter(key -> !OTHER_NAMES.contains(key) && !FactorKind.all().contains(key))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(settings.keySet()).anyMatch(known -> matches(known, key)));
  }

  /** Settings of a connection, a variable of PostgreSQL, a folder of templates. */
  private static final Set<String> OTHER_NAMES =
      Set.of("lake.user", "lake.table", "lake.format", "hub.tenant", "report.chart");

  private static boolean matches(String known, String key) {
    String pattern = Pattern.quote(known).replace("<name>", "\\E[a-z<>-]+\\Q");
    return key.matches(pattern);
  }

  @Test
  void shouldListEachVariableOfTheEnvironment() {
    String properties = read(java.nio.file.Path.of("src/main/resources/application.properties"));

    Set<String> used = names("\\$\\{(HUB_[A-Z_]+)", properties);

    assertThat(names("`(HUB_[A-Z_]+)`", CONFIGURATION)).containsAll(used);
  }

  @Test
  void shouldNameNoAddressOfTheApiThatIsNone() {
    List<String> paths = paths();

    Set<String> named = names("(/api/v1/[A-Za-z0-9{}/_.-]+)", ALL);

    assertThat(named)
        .isNotEmpty()
        .allSatisfy(address -> assertThat(paths).anyMatch(path -> address.matches(template(path))));
  }

  @Test
  void shouldNameEachResourceOfTheApi() {
    assertThat(resources())
        .allSatisfy(
            resource ->
                assertThat(ALL).contains(resource.substring(resource.lastIndexOf('/') + 1)));
  }

  /** Keys of all settings with their defaults, {@code <name>} standing for what may be any. */
  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        Class<?> mapping = type.reflect();
        add(settings, mapping.getAnnotation(ConfigMapping.class).prefix(), mapping);
      }
    }
    return settings;
  }

  private static void add(Map<String, String> settings, String prefix, Class<?> mapping) {
    List<Method> methods =
        Stream.of(mapping.getDeclaredMethods()).filter(method -> !method.isDefault()).toList();
    for (Method method : methods) {
      String key =
          prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      WithDefault value = method.getAnnotation(WithDefault.class);
      boolean byName = Map.class.equals(method.getReturnType());
      Class<?> group = byName ? last(method) : method.getReturnType();
      if (group.isInterface() && Arrays.asList(mapping.getDeclaredClasses()).contains(group)) {
        add(settings, byName ? key + ".<name>" : key, group);
      } else {
        settings.put(byName ? key + ".<name>" : key, value == null ? "" : value.value());
      }
    }
  }

  private static Class<?> last(Method method) {
    java.lang.reflect.ParameterizedType map =
        (java.lang.reflect.ParameterizedType) method.getGenericReturnType();
    return (Class<?>) map.getActualTypeArguments()[1];
  }

  private static List<String> resources() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .map(type -> type.reflect().getAnnotation(Path.class).value())
        .filter(path -> !path.endsWith("}"))
        .toList();
  }

  private static List<String> paths() {
    return CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .flatMap(type -> paths(type.reflect()))
        .toList();
  }

  private static Stream<String> paths(Class<?> resource) {
    String base = resource.getAnnotation(Path.class).value();
    return Stream.concat(
        Stream.of(base),
        Arrays.stream(resource.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Path.class))
            .map(method -> base + "/" + method.getAnnotation(Path.class).value()));
  }

  private static String template(String path) {
    return path.replaceAll("\\{[^}]+}", "[^/]+") + "[.]?";
  }

  private static Set<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<java.nio.file.Path> documents() {
    try (Stream<java.nio.file.Path> files = Files.list(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(java.nio.file.Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
