package com.offgridflow.demo.wiring;

import com.offgridflow.database.wiring.StartException;
import com.offgridflow.lake.wiring.DemoInputs;
import com.offgridflow.tenant.wiring.Tenants;
import com.offgridflow.wiring.HubConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The demo's tenant and its connections: to the bundled inputs, or to a directory of the user's.
 */
@ApplicationScoped
public class DemoSetup {
  /** The invented company; own inputs have tenants of their own. */
  static final String TENANT = "demo";

  /** Not a registered identifier; its check digits are right, so that reports can be made. */
  private static final String LEI = "DEMO00OFFGRIDFLOW044";

  /** At four, because Berlin has no two o'clock in the night that summer time begins. */
  private static final String EVERY_NIGHT = "0 0 4 * * ?";

  private final Tenants tenants;
  private final HubConfig config;

  DemoSetup(Tenants tenants, HubConfig config) {
    this.tenants = tenants;
    this.config = config;
  }

  /** What the demo works on. */
  record Stage(String tenant, List<String> connections) {}

  Stage prepare() throws IOException {
    return config.demo().input().isPresent() ? own(config.demo().input().get()) : bundled();
  }

  private Stage bundled() throws IOException {
    Path inputs = inputs(config.data().toAbsolutePath());
    tenants.put(TENANT, "Demo Manufacturing GmbH", LEI, "DE");
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("aws-data-exports", "aws-cur");
    kinds.put("aws-cur", "aws-cur");
    kinds.put("focus", "focus");
    kinds.put("utility", "utility-csv");
    kinds.forEach((id, kind) -> connect(TENANT, id, kind, inputs.resolve(id), EVERY_NIGHT));
    return new Stage(TENANT, List.copyOf(kinds.keySet()));
  }

  /** Generated once, under another name first, so that a demo that was stopped leaves no half. */
  private static Path inputs(Path data) throws IOException {
    Path inputs = data.resolve("demo-input");
    if (!Files.exists(inputs)) {
      Path draft = Files.createTempDirectory(data, "demo-input-");
      DemoInputs.generate(draft);
      Files.move(draft, inputs, StandardCopyOption.ATOMIC_MOVE);
    }
    return inputs;
  }

  /** A tenant of its own for each directory, so that its figures are not mixed with others. */
  private Stage own(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new StartException(
          "hub.demo.input must be a directory with billing exports; there is none at "
              + directory.toAbsolutePath());
    }
    Path real = directory.toRealPath();
    String tenant = "input-" + slug(real);
    tenants.put(tenant, "Own input from " + real.getFileName(), LEI, "DE");
    connect(tenant, "files", "files", real, null);
    return new Stage(tenant, List.of("files"));
  }

  private void connect(String tenant, String id, String kind, Path location, String cron) {
    tenants.putConnection(
        tenant, id, kind, Map.of("location", location.toString()), cron, "Europe/Berlin");
  }

  private static String slug(Path directory) {
    String name =
        directory.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String hash =
        UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8)).toString();
    return name.substring(0, Math.min(name.length(), 30)) + "-" + hash.substring(0, 8);
  }
}
