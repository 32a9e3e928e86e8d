package com.offgridflow.lake.wiring;

import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.FormatFile;
import com.offgridflow.lake.KnownFormats;
import com.offgridflow.lake.SharedSql;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.jboss.logging.Logger;

/**
 * The formats in {@code rollup/} on the class path, and those in the administrator's directory,
 * which is looked at each time, so that what is put there is known at once. A file there with the
 * name of a shipped format takes its place.
 */
@Startup
@ApplicationScoped
public class FormatFiles implements KnownFormats {

  private static final Logger LOG = Logger.getLogger(FormatFiles.class);
  private static final List<String> SHIPPED =
      List.of("classpath:rollup/*.sql", "classpath:rollup/*.yaml");
  private static final String SHIPPED_SHARED = "classpath:rollup/" + SharedSql.FOLDER + "/*.sql";

  /** Camel's pattern finds the folders' folders too; those are rollups of other engines. */
  private static final Pattern BELOW = Pattern.compile("rollup/[^/]+/");

  private final Map<String, BillingFormat> shipped = new TreeMap<>();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final LakeSettings settings;
  private final SharedSql shared;

  FormatFiles(CamelContext camel, LakeSettings settings) {
    this.settings = settings;
    this.shared =
        new SharedSql(
            resources(camel, SHIPPED_SHARED).stream()
                .collect(
                    Collectors.toMap(
                        r -> SharedSql.name(name(r.getLocation())), FormatFiles::text)));
    SHIPPED.stream()
        .flatMap(pattern -> resources(camel, pattern).stream())
        .filter(resource -> !BELOW.matcher(resource.getLocation()).find())
        .map(resource -> FormatFile.read(name(resource.getLocation()), text(resource), shared))
        .forEach(format -> shipped.put(format.code(), format));
  }

  @Override
  public List<BillingFormat> all() {
    Map<String, BillingFormat> formats = new TreeMap<>(shipped);
    settings.formatDirectory().filter(Files::isDirectory).ifPresent(d -> addAll(formats, d));
    return List.copyOf(formats.values());
  }

  private void addAll(Map<String, BillingFormat> formats, Path directory) {
    SharedSql ownFirst = shared.with(ownShared(directory.resolve(SharedSql.FOLDER)));
    try (Stream<Path> files = Files.list(directory)) {
      files
          .filter(file -> file.toString().matches(".*\\.(sql|yaml)"))
          .forEach(file -> add(formats, file, ownFirst));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own shared texts take the place of shipped ones, for the formats of the directory. */
  private SharedSql ownShared(Path folder) {
    try {
      return SharedSql.in(folder);
    } catch (UncheckedIOException e) {
      report(folder, "is not used for billing formats", e);
      return SharedSql.none();
    }
  }

  /** One file that declares no format must not keep the others from being read. */
  private void add(Map<String, BillingFormat> formats, Path file, SharedSql ownFirst) {
    try {
      String name = file.getFileName().toString();
      BillingFormat format = FormatFile.read(name, Files.readString(file), ownFirst);
      formats.put(format.code(), format);
    } catch (IllegalArgumentException | IOException e) {
      report(file, "is not used as a billing format", e);
    }
  }

  private void report(Path file, String consequence, Exception e) {
    if (reported.add(file + e.getMessage())) {
      LOG.warnf("%s %s: %s", file, consequence, e.getMessage());
    }
  }

  private static Collection<Resource> resources(CamelContext camel, String pattern) {
    try {
      return PluginHelper.getPackageScanResourceResolver(camel).findResources(pattern);
    } catch (Exception e) {
      throw new IllegalStateException("cannot list " + pattern, e);
    }
  }

  private static String name(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String text(Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource.getLocation(), e);
    }
  }
}
