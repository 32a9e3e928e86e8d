package com.offgridflow.source.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.offgridflow.source.wiring.ExportTables.Answer;
import java.util.List;

/** A query that BigQuery's double has run, as the reference has its resources. */
record BigQueryJob(String id, ObjectNode asked, Answer answer, long bytes) {
  /** Rows of a page, few, so that there are several. */
  private static final int PAGE = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was asked, done. */
  ObjectNode done() {
    ObjectNode job = asked.deepCopy();
    job.set("status", JSON.createObjectNode().put("state", "DONE"));
    String read = Long.toString(bytes);
    ObjectNode statistics = job.putObject("statistics").put("totalBytesProcessed", read);
    statistics.putObject("query").put("totalBytesProcessed", read).put("statementType", "SELECT");
    return job;
  }

  /** The job, done, with the table that its rows stand in. */
  ObjectNode kept() {
    ObjectNode job = done();
    ((ObjectNode) job.path("configuration").path("query"))
        .putObject("destinationTable")
        .put("projectId", job.path("jobReference").path("projectId").asText())
        .put("datasetId", "_results")
        .put("tableId", id);
    return job;
  }

  ObjectNode results(boolean withRows) {
    ObjectNode result = JSON.createObjectNode().put("jobComplete", true);
    result.set("jobReference", asked.path("jobReference"));
    result.set("schema", schema());
    result.put("totalRows", "" + answer.rows().size());
    if (withRows) {
      result.setAll(page(0));
    }
    return result;
  }

  private ObjectNode schema() {
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

  /** The rows from this one on, as many as are on a page. */
  ObjectNode page(int from) {
    List<List<String>> all = answer.rows();
    ObjectNode page = JSON.createObjectNode().put("totalRows", "" + all.size());
    if (from + PAGE < all.size()) {
      page.put("pageToken", "page-" + (from + PAGE));
    }
    ArrayNode list = page.putArray("rows");
    for (List<String> row : all.subList(from, Math.min(from + PAGE, all.size()))) {
      ArrayNode cells = list.addObject().putArray("f");
      row.forEach(cell -> cells.addObject().put("v", cell));
    }
    return page;
  }
}
