package com.offgridflow.source.wiring;

import com.offgridflow.failure.UnrecoverableException;
import com.offgridflow.lake.LakeTable;
import com.offgridflow.problem.Problem.Fault;
import com.offgridflow.source.AwsRole;
import com.offgridflow.source.Connection;
import com.offgridflow.source.ConnectionWay;
import com.offgridflow.source.OutgoingUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Has settings and credentials judged by what will use them, without connecting: what a sync would
 * refuse is refused when it is entered.
 */
@ApplicationScoped
class SettingChecks {
  private final DirectoryObjects directories;
  private final BigQueryClients bigQuery;
  private final TrinoClients trino;
  private final TrinoTables tables;
  private final SourceConfig config;

  SettingChecks(
      DirectoryObjects directories,
      BigQueryClients bigQuery,
      TrinoClients trino,
      TrinoTables tables,
      SourceConfig config) {
    this.directories = directories;
    this.bigQuery = bigQuery;
    this.trino = trino;
    this.tables = tables;
    this.config = config;
  }

  /** A check that throws an {@link UnrecoverableException} when it fails. */
  private interface Check {
    void of(Connection connection) throws IOException;
  }

  /** The faults of settings whose names and shapes are right. */
  List<Fault> settings(Connection connection, ConnectionWay way) {
    List<Fault> faults = new ArrayList<>();
    checks(way)
        .forEach(
            (name, check) -> {
              String value = connection.settings().get(name);
              if (value != null) {
                String shown = OutgoingUrl.shown(value);
                failure(check, connection)
                    .ifPresent(why -> faults.add(new Fault("/settings/" + name, shown, why)));
              }
            });
    return faults;
  }

  private Map<String, Check> checks(ConnectionWay way) {
    return switch (way) {
      case S3 ->
          with(role(), Map.of("location", Connection::location, "endpoint", url("endpoint")));
      case BLOB_STORAGE ->
          with(entra(), Map.of("location", Connection::location, "endpoint", url("endpoint")));
      case DIRECTORY -> Map.of("location", directories::root);
      case COST_EXPLORER -> costExplorer();
      case RESOURCE_MANAGER -> resourceManager();
      case BIGQUERY -> bigQuery();
      case TRINO -> trino();
      case FACTOR_TABLES, OWN -> Map.of();
    };
  }

  private Map<String, Check> costExplorer() {
    Check endpoint = url("endpoint", AwsCostExplorerApi.HOST);
    return with(
        role(),
        Map.of(
            "accounts", AwsCostReports::accounts,
            "months", SettingChecks::months,
            "endpoint", endpoint));
  }

  private Map<String, Check> resourceManager() {
    Check endpoint = url("endpoint", AzureApi.ARM);
    return with(
        entra(),
        Map.of(
            "subscriptions", AzureReports::subscriptions,
            "months", SettingChecks::months,
            "endpoint", endpoint));
  }

  private Map<String, Check> bigQuery() {
    return Map.of(
        "tables", BigQueryTables::named,
        "project", this::project,
        "months", SettingChecks::months,
        "maximum_bytes_billed", BigQueryClients::limit,
        "endpoint", url("endpoint", BigQueryClients.API));
  }

  private Map<String, Check> trino() {
    return Map.of(
        "lake.jdbc-url", trino::coordinator,
        "lake.table", SettingChecks::table,
        "lake.format", tables::format,
        "months", SettingChecks::months);
  }

  private Map<String, Check> role() {
    return Map.of(
        "role_arn", AwsRole::of, "external_id", AwsRole::of, "sts_endpoint", url("sts_endpoint"));
  }

  private Map<String, Check> entra() {
    return Map.of("token_endpoint", url("token_endpoint", AzureTokens.ENTRA));
  }

  private static Map<String, Check> with(Map<String, Check> checks, Map<String, Check> others) {
    Map<String, Check> all = new TreeMap<>(checks);
    all.putAll(others);
    return all;
  }

  /**
   * @param own hosts that need not be listed
   */
  private Check url(String setting, String... own) {
    List<String> trusted = new ArrayList<>(config.trustedHosts().orElse(List.of()));
    trusted.addAll(List.of(own));
    return connection ->
        OutgoingUrl.check(
            connection.settings().get(setting), trusted, "connection " + connection.id());
  }

  private void project(Connection connection) {
    BigQueryTables.named(connection).forEach(table -> bigQuery.project(connection, table));
  }

  private static void months(Connection connection) {
    connection.months(1);
  }

  private static void table(Connection connection) {
    LakeTable.requireName(connection.settings().get("lake.table"));
  }

  /** The fault of credentials whose names are right. */
  Optional<Fault> secret(Connection connection, ConnectionWay way, Map<String, String> secret) {
    Optional<Fault> empty =
        secret.entrySet().stream()
            .filter(entry -> entry.getValue().isBlank())
            .map(entry -> new Fault("/secret/" + entry.getKey(), "", "should not be empty"))
            .findFirst();
    return empty.or(
        () ->
            failure(judged -> use(judged, way, secret), connection)
                .map(why -> new Fault("/secret", secret.keySet().toString(), why)));
  }

  private void use(Connection connection, ConnectionWay way, Map<String, String> secret) {
    if (way == ConnectionWay.BIGQUERY) {
      bigQuery.credentials(connection, secret);
    } else if (way == ConnectionWay.BLOB_STORAGE && secret.containsKey("account_key")) {
      BlobClients.key(connection, secret.get("account_key"));
    }
  }

  private static Optional<String> failure(Check check, Connection connection) {
    try {
      check.of(connection);
      return Optional.empty();
    } catch (UnrecoverableException | IllegalArgumentException | IOException e) {
      return Optional.of(e.getMessage());
    }
  }
}
