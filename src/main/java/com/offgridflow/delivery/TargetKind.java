package com.offgridflow.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where reports can go to. Each kind has a job kind {@code deliver-<name>} and a route {@code
 * direct:output-<name>}.
 */
public enum TargetKind {
  EMAIL("email", Set.of("to"), Set.of("cc", "bcc"), List.of()),
  DIRECTORY("directory", Set.of("directory"), Set.of(), List.of()),
  S3(
      "s3",
      Set.of("bucket", "region"),
      Set.of("endpoint"),
      List.of(Set.of("access_key_id", "secret_access_key"))),
  AZURE_BLOB(
      "azure-blob",
      Set.of("account", "container"),
      Set.of("endpoint"),
      List.of(Set.of("sas_token"), Set.of("account_key"))),
  GCS("gcs", Set.of("bucket"), Set.of("endpoint"), List.of(Set.of("service_account_key"))),
  SFTP(
      "sftp",
      Set.of("host", "port", "user", "host_key"),
      Set.of(),
      List.of(Set.of("password"), Set.of("private_key"))),
  WEBHOOK("webhook", Set.of("url"), Set.of(), List.of(Set.of("signing_secret")));

  private final String id;
  private final Set<String> required;
  private final Set<String> optional;
  private final List<Set<String>> secrets;

  TargetKind(String id, Set<String> required, Set<String> optional, List<Set<String>> secrets) {
    this.id = id;
    this.required = required;
    this.optional = optional;
    this.secrets = secrets;
  }

  /** As settings, job kinds and routes say it. */
  public String id() {
    return id;
  }

  /** Settings that a target of this kind cannot do without. */
  public Set<String> required() {
    return required;
  }

  /** Settings that it may have besides. */
  public Set<String> optional() {
    return optional;
  }

  /** The sets of credentials of which it needs one; empty when it needs none. */
  public List<Set<String>> secrets() {
    return secrets;
  }

  /** The kind of that name, as in {@code azure-blob}. */
  public static Optional<TargetKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** The names of all kinds. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(TargetKind::id).toList();
  }
}
