package com.offgridflow.demo.wiring;

import com.offgridflow.tenant.wiring.TenantDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How long the way from file to stored emission took, and how much memory it needed at most. */
@ApplicationScoped
public class DemoFootprint {
  private static final String SECONDS =
      """
      select extract(epoch from max(finished_at) filter (where kind = 'estimate')
        - min(started_at) filter (where kind = 'sync'))::float8
      from job where tenant_id = ? and created_at >= (
        select max(created_at) from job where kind = 'sync' and dedupe_key like '%@demo %')""";

  private final TenantDatabase database;

  DemoFootprint(TenantDatabase database) {
    this.database = database;
  }

  /** One line. */
  String line(String tenant) {
    Double seconds =
        database.inTenant(tenant, jdbc -> jdbc.queryForObject(SECONDS, Double.class, tenant));
    String taken =
        seconds == null
            ? ""
            : String.format(Locale.ROOT, "From file to stored emissions %.2f s; ", seconds);
    String process = processPeak().map(peak -> ", process " + peak).orElse("");
    return taken + "peak memory: heap " + heapPeak() / (1 << 20) + " MB" + process;
  }

  /** The pools' peaks need not have been at the same time, so this is an upper bound. */
  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(DemoFootprint::peak)
        .sum();
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }

  /** Only Linux says. */
  private static Optional<String> processPeak() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
