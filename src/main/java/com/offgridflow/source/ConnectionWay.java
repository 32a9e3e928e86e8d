package com.offgridflow.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ways in which connections read, with the settings and the credentials that each takes. */
public enum ConnectionWay {
  S3(
      Set.of("location"),
      Set.of("region", "role_arn", "external_id", "endpoint", "sts_endpoint", "dataset"),
      List.of(Credentials.of(), Names.AWS_KEYS)),
  BLOB_STORAGE(
      Set.of("location"),
      Set.of("tenant_id", "endpoint", "token_endpoint", "dataset"),
      List.of(Names.ENTRA_CLIENT, Credentials.of("sas_token"), Credentials.of("account_key"))),
  DIRECTORY(Set.of("location"), Set.of("dataset"), List.of(Credentials.of())),
  COST_EXPLORER(
      Set.of(),
      Set.of("region", "role_arn", "external_id", "endpoint", "sts_endpoint", "accounts", "months"),
      List.of(Credentials.of(), Names.AWS_KEYS)),
  RESOURCE_MANAGER(
      Set.of("subscriptions"),
      Set.of("tenant_id", "endpoint", "token_endpoint", "months"),
      List.of(Names.ENTRA_CLIENT)),
  BIGQUERY(
      Set.of("tables"),
      Set.of("location", "project", "months", "maximum_bytes_billed", "endpoint"),
      List.of(Names.SERVICE_ACCOUNT)),
  TRINO(
      Set.of("lake.jdbc-url", "lake.table", "lake.format"),
      Set.of("lake.user", "months"),
      List.of(Credentials.of(), Credentials.of("password"))),
  FACTOR_TABLES(Set.of("location"), Set.of("table"), List.of(Credentials.of())),
  /** A route that the hub does not ship: only it knows what it reads. */
  OWN(Set.of(), Set.of(), List.of());

  private static final Set<String> OF_FILES =
      Set.of(
          "aws-cur",
          "aws-carbon",
          "azure-cost",
          "focus",
          "oci-focus",
          "utility-csv",
          "files",
          "instruments-csv",
          "cbam-csv");

  private final Set<String> required;
  private final Set<String> optional;
  private final List<Credentials> credentials;

  ConnectionWay(Set<String> required, Set<String> optional, List<Credentials> credentials) {
    this.required = required;
    this.optional = optional;
    this.credentials = credentials;
  }

  /** The way that a kind reads in; of files, wherever they lie. */
  public static ConnectionWay of(String kind, Map<String, String> settings) {
    return switch (kind) {
      case "aws-cost-explorer" -> COST_EXPLORER;
      case "azure-query", "azure-carbon" -> RESOURCE_MANAGER;
      case "gcp-billing", "gcp-carbon" -> BIGQUERY;
      case "trino" -> TRINO;
      case "factors" -> FACTOR_TABLES;
      default -> OF_FILES.contains(kind) ? at(settings.getOrDefault("location", "")) : OWN;
    };
  }

  private static ConnectionWay at(String location) {
    if (location.startsWith("s3:")) {
      return S3;
    }
    return location.startsWith("azure:") ? BLOB_STORAGE : DIRECTORY;
  }

  Set<String> required() {
    return new TreeSet<>(required);
  }

  /** All settings that it knows. */
  Set<String> settings() {
    Set<String> all = required();
    all.addAll(optional);
    return all;
  }

  List<Credentials> credentials() {
    return credentials;
  }

  /** Credentials that several ways share; a constant of the enum cannot be read that early. */
  private static final class Names {
    static final Credentials AWS_KEYS =
        Credentials.of("access_key_id", "secret_access_key").with("session_token");
    static final Credentials ENTRA_CLIENT = Credentials.of("client_id", "client_secret");

    /** Fields of the key file, as the IAM console writes it. */
    static final Credentials SERVICE_ACCOUNT =
        Credentials.of("client_email", "private_key", "private_key_id")
            .with(
                "type",
                "project_id",
                "client_id",
                "auth_uri",
                "token_uri",
                "auth_provider_x509_cert_url",
                "client_x509_cert_url",
                "universe_domain");
  }
}
