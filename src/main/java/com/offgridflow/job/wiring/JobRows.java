package com.offgridflow.job.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Jobs as rows of their table. */
@ApplicationScoped
public class JobRows {
  private final ObjectMapper json;

  JobRows(ObjectMapper json) {
    this.json = json;
  }

  /** The job of a row with all columns. */
  Job read(ResultSet row) throws SQLException {
    try {
      Map<String, String> payload =
          json.readValue(row.getString("payload"), new TypeReference<>() {});
      return new Job(
          row.getLong("job_id"),
          row.getString("tenant_id"),
          row.getString("kind"),
          payload,
          row.getInt("attempt"));
    } catch (JsonProcessingException e) {
      throw new SQLException("payload of job " + row.getLong("job_id") + " is not a flat map", e);
    }
  }

  /** A column of JSON. */
  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }
}
