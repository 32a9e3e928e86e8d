package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.offgridflow.source.wiring.ExportTables.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Rows of a page, few, so that there are several. */
  private static final int PAGE = 2;

  /** What a row has in the columns that a query reads, in bytes. */
  private static final long ROW = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("@(\\w+)");
  private static final Pattern TABLE = Pattern.compile("`([^`]+)`");

  private final ExportTables tables;
  private final HttpServer server;
  private final Map<String, JsonNode> jobs = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
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
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
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
      answer(exchange, 200, job(path[5], "DONE"));
    } else if (path.length == 6 && path[4].equals("queries")) {
      results(exchange, path[5], query);
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
      start(exchange, job, id, query);
    }
  }

  private void start(HttpExchange exchange, JsonNode job, String id, JsonNode query)
      throws IOException {
    String sql = query.path("query").asText();
    Matcher table = TABLE.matcher(sql);
    if (!table.find() || denied.contains(table.group(1))) {
      error(exchange, 403, "accessDenied", "Access Denied: Table: User does not have permission");
      return;
    }
    Map<String, String> values = named(query, sql);
    if (!sql.contains("_PARTITIONTIME >=") && !sql.contains("usage_month ")) {
      error(exchange, 400, "invalidQuery", "Cannot query over table without a filter over column");
      return;
    }
    boolean dryRun = job.path("configuration").path("dryRun").asBoolean();
    try {
      Answer answer = tables.query(sql, values);
      if (!dryRun) {
        run(query, id, sql, answer);
        jobs.put(id, job);
      }
      ((ObjectNode) job).set("status", JSON.createObjectNode().put("state", "DONE"));
      ((ObjectNode) job).set("statistics", statistics());
      answer(exchange, 200, job);
    } catch (IllegalArgumentException e) {
      error(exchange, 400, "invalidQuery", e.getMessage());
    }
  }

  private void run(JsonNode query, String id, String sql, Answer answer) {
    if (query.path("maximumBytesBilled").asLong() < rows * ROW) {
      problems.add("maximumBytesBilled is " + query.path("maximumBytesBilled"));
    }
    queries.add(sql.lines().findFirst().orElse(""));
    answers.put(id, answer);
  }

  private ObjectNode statistics() {
    ObjectNode statistics = JSON.createObjectNode().put("totalBytesProcessed", "" + rows * ROW);
    statistics
        .putObject("query")
        .put("totalBytesProcessed", "" + rows * ROW)
        .put("statementType", "SELECT");
    return statistics;
  }

  /** Named parameters, each with a type that its value has, and no other than the query names. */
  private Map<String, String> named(JsonNode query, String sql) {
    Map<String, String> values = new HashMap<>();
    for (JsonNode parameter : query.path("queryParameters")) {
      String value = parameter.path("parameterValue").path("value").asText();
      if (!parameter.path("parameterType").path("type").asText().equals("STRING")
          || !parameter.path("parameterValue").path("value").isTextual()) {
        problems.add("parameter " + parameter);
      }
      values.put(parameter.path("name").asText(), value);
    }
    Set<String> wanted =
        PARAMETER.matcher(sql).results().map(m -> m.group(1)).collect(Collectors.toSet());
    if (!wanted.equals(values.keySet())
        || !query.path("parameterMode").asText("NAMED").equals("NAMED")) {
      problems.add("parameters " + new TreeSet<>(values.keySet()) + " for " + wanted);
    }
    return values;
  }

  private ObjectNode job(String id, String state) {
    ObjectNode job = jobs.get(id).deepCopy();
    job.set("status", JSON.createObjectNode().put("state", state));
    job.set("statistics", statistics());
    ObjectNode query = (ObjectNode) job.path("configuration").path("query");
    query
        .putObject("destinationTable")
        .put("projectId", job.path("jobReference").path("projectId").asText())
        .put("datasetId", "_results")
        .put("tableId", id);
    return job;
  }

  private void results(HttpExchange exchange, String id, Map<String, String> query)
      throws IOException {
    Answer answer = answers.get(id);
    ObjectNode result = JSON.createObjectNode().put("jobComplete", true);
    result.set("jobReference", jobs.get(id).path("jobReference"));
    result.set("schema", schema(answer));
    result.put("totalRows", "" + answer.rows().size());
    if (!"0".equals(query.get("maxResults"))) {
      result.setAll(page(answer, 0));
    }
    answer(exchange, 200, result);
  }

  private static ObjectNode schema(Answer answer) {
    ArrayNode fields = JSON.createArrayNode();
    for (int i = 0; i < answer.names().size(); i++) {
      fields
          .addObject()
          .put("name", answer.names().get(i))
          .put("type", answer.types().get(i))
          .put("mode", "NULLABLE");
    }
    return JSON.createObjectNode().set("fields", fields);
  }

  private void data(HttpExchange exchange, String id, Map<String, String> query)
      throws IOException {
    int from = Integer.parseInt(query.getOrDefault("pageToken", "page-0").substring(5));
    pages.incrementAndGet();
    answer(exchange, 200, page(answers.get(id), from));
  }

  private static ObjectNode page(Answer answer, int from) {
    List<List<String>> all = answer.rows();
    List<List<String>> some = new ArrayList<>(all.subList(from, Math.min(from + PAGE, all.size())));
    ObjectNode page = JSON.createObjectNode().put("totalRows", "" + all.size());
    if (from + PAGE < all.size()) {
      page.put("pageToken", "page-" + (from + PAGE));
    }
    ArrayNode list = page.putArray("rows");
    for (List<String> row : some) {
      ArrayNode cells = list.addObject().putArray("f");
      row.forEach(cell -> cells.addObject().put("v", cell));
    }
    return page;
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
