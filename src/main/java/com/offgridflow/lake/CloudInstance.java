package com.offgridflow.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a cloud instance type consists of: virtual processors and nominal memory in GB. */
public record CloudInstance(
    String provider, String instanceType, BigDecimal vcpus, Optional<BigDecimal> memoryGb) {

  private static final List<String> NEEDED =
      List.of("provider", "instance_type", "vcpus", "memory_gb");

  /** Reads a CSV whose header has at least provider, instance_type, vcpus and memory_gb. */
  public static List<CloudInstance> read(InputStream csv) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      List<String> header = CsvHeader.names(lines.readLine());
      if (!header.containsAll(NEEDED)) {
        throw new IllegalArgumentException("instances need columns " + NEEDED + ", not " + header);
      }
      List<CloudInstance> instances = new ArrayList<>();
      lines.lines().filter(line -> !line.isBlank()).forEach(l -> instances.add(of(header, l)));
      return instances;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CloudInstance of(List<String> header, String line) {
    List<String> fields = CsvHeader.names(line);
    String memory = fields.get(header.indexOf("memory_gb"));
    return new CloudInstance(
        fields.get(header.indexOf("provider")),
        fields.get(header.indexOf("instance_type")),
        new BigDecimal(fields.get(header.indexOf("vcpus"))),
        memory.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(memory)));
  }
}
