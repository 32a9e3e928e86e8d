package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.offgridflow.source.wiring.ExportTables.Answer;
import com.offgridflow.wiring.LocalHttp;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * BigQuery's REST API as far as a query needs it, as strict about requests as Google Cloud's
 * reference has it: "REST Resource: jobs" (insert, get, getQueryResults; QueryParameter, dryRun,
 * maximumBytesBilled, location), "tabledata.list" (pageToken), "Query partitioned tables" (a table
 * can demand a filter on its partitions) and "Error table". Queries run on {@link ExportTables}.
 */
final class BigQueryDouble implements AutoCloseable {
  static final String LOCATION = "EU";

  /** What a row has in the columns that a query reads, in bytes. */
  private static final long ROW = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExportTables tables;
  private final HttpServer server;
  private final Map<String, BigQueryJob> jobs = new ConcurrentHashMap<>();
  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();
  private volatile int status;
  private volatile String reason = "";
  private volatile String token = "";
  private volatile long rows = 1;

  BigQueryDouble(ExportTables tables) throws IOException {
    this.tables = tables;
    server = LocalHttp.serve(this::handle, Executors.newFixedThreadPool(2));
  }

  String endpoint() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  void accept(String goodToken) {
    token = goodToken;
  }

  void deny(String table) {
    denied.add(table);
  }

  /** The next so many requests are answered so. */
  void fail(int times, int withStatus, String withReason) {
    status = withStatus;
    reason = withReason;
    faults.set(times);
  }

  /** So many rows are in the partitions that queries read. */
  void holds(long rowsInPartitions) {
    rows = rowsInPartitions;
  }

  /** Requests that the real service would have refused. */
  List<String> problems() {
    return problems;
  }

  /** The queries that were run, by their first comment, dry runs not among them. */
  List<String> queries() {
    return queries;
  }

  /** Pages of results that were asked for. */
  int pages() {
    return pages.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      byte[] body = body(exchange);
      if (faults.getAndDecrement() > 0) {
        error(exchange, status, reason, "as the test wants it");
      } else if (!("Bearer " + token)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        error(exchange, 401, "authError", "Invalid Credentials");
      } else {
        route(exchange, body);
      }
    } catch (RuntimeException e) {
      problems.add(e.toString());
      error(exchange, 400, "invalid", "Invalid request");
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(in).readAllBytes()
        : in.readAllBytes();
  }

  private void route(HttpExchange exchange, byte[] body) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
    Map<String, String> query = parameters(exchange);
    boolean rooted = path.length >= 5 && path[0].equals("bigquery") && path[1].equals("v2");
    if (!rooted || !path[2].equals("projects")) {
      refuse(exchange, exchange.getRequestURI().toString());
    } else if (exchange.getRequestMethod().equals("POST") && path[4].equals("jobs")) {
      insert(exchange, path[3], JSON.readTree(body));
    } else if (path.length == 6 && !LOCATION.equals(query.get("location"))) {
      error(exchange, 404, "notFound", "Not found: Job " + path[5]);
    } else if (path.length == 6 && path[4].equals("jobs")) {
      answer(exchange, 200, jobs.get(path[5]).kept());
    } else if (path.length == 6 && path[4].equals("queries")) {
      answer(exchange, 200, jobs.get(path[5]).results(!"0".equals(query.get("maxResults"))));
    } else if (path.length == 9 && path[8].equals("data")) {
      data(exchange, path[7], query);
    } else {
      refuse(exchange, exchange.getRequestURI().toString());
    }
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return query == null
        ? Map.of()
        : Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> p[1]));
  }

  private void insert(HttpExchange exchange, String project, JsonNode job) throws IOException {
    JsonNode reference = job.path("jobReference");
    JsonNode query = job.path("configuration").path("query");
    String id = reference.path("jobId").asText();
    boolean good =
        reference.path("projectId").asText().equals(project)
            && id.matches("[A-Za-z0-9_-]{1,1024}")
            && query.path("useLegacySql").isBoolean()
            && !query.path("useLegacySql").asBoolean();
    if (!good) {
      refuse(exchange, job.toString());
    } else if (jobs.containsKey(id)) {
      error(exchange, 409, "duplicate", "Already Exists: Job " + id);
    } else if (!reference.path("location").asText().equals(LOCATION)) {
      error(exchange, 404, "notFound", "Not found: Dataset was not found in location US");
    } else {
      start(exchange, job, id, new BigQueryQuery(query));
    }
  }

  private void start(HttpExchange exchange, JsonNode asked, String id, BigQueryQuery query)
      throws IOException {
    if (query.table().isEmpty() || denied.contains(query.table().get())) {
      error(exchange, 403, "accessDenied", "Access Denied: Table: User does not have permission");
      return;
    }
    problems.addAll(query.problems());
    if (!query.filtersPartitions()) {
      error(exchange, 400, "invalidQuery", "Cannot query over table without a filter over column");
      return;
    }
    try {
      Answer answer = tables.query(query.sql(), query.parameters());
      BigQueryJob job = new BigQueryJob(id, (ObjectNode) asked, answer, rows * ROW);
      if (!asked.path("configuration").path("dryRun").asBoolean()) {
        keep(job, query);
      }
      answer(exchange, 200, job.done());
    } catch (IllegalArgumentException e) {
      error(exchange, 400, "invalidQuery", e.getMessage());
    }
  }

  private void keep(BigQueryJob job, BigQueryQuery query) {
    if (query.mostBytes() < job.bytes()) {
      problems.add("maximumBytesBilled is " + query.mostBytes());
    }
    queries.add(query.sql().lines().findFirst().orElse(""));
    jobs.put(job.id(), job);
  }

  private void data(HttpExchange exchange, String id, Map<String, String> query)
      throws IOException {
    int from = Integer.parseInt(query.getOrDefault("pageToken", "page-0").substring(5));
    pages.incrementAndGet();
    answer(exchange, 200, jobs.get(id).page(from));
  }

  private void refuse(HttpExchange exchange, String problem) throws IOException {
    problems.add(problem);
    error(exchange, 400, "invalid", "Invalid request");
  }

  private static void error(HttpExchange exchange, int status, String reason, String message)
      throws IOException {
    ObjectNode error = JSON.createObjectNode().put("code", status).put("message", message);
    error
        .putArray("errors")
        .addObject()
        .put("domain", "global")
        .put("reason", reason)
        .put("message", message);
    answer(exchange, status, JSON.createObjectNode().set("error", error));
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    EntraDouble.answer(exchange, status, body.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
