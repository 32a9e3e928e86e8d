package com.offgridflow.cbam.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.cbam.Declarant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code cbam_declarant}. */
@ApplicationScoped
public class DeclarantStore {
  private static final String PUT =
      """
      insert into cbam_declarant (tenant_id, content, changed_by) values (?, ?::jsonb, ?)
      on conflict (tenant_id) do update
      set content = excluded.content, changed_at = now(), changed_by = excluded.changed_by""";
  private static final String FIND = "select content from cbam_declarant where tenant_id = ?";

  private final ObjectMapper json;

  DeclarantStore(ObjectMapper json) {
    this.json = json;
  }

  int put(JdbcTemplate jdbc, String tenant, Declarant declarant, String by) {
    try {
      return jdbc.update(PUT, tenant, json.writeValueAsString(declarant), by);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a declarant is texts, which always have a JSON form", e);
    }
  }

  Optional<Declarant> find(JdbcTemplate jdbc, String tenant) {
    List<String> found = jdbc.queryForList(FIND, String.class, tenant);
    try {
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(json.readValue(found.get(0), Declarant.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored declarant of tenant " + tenant + " is none", e);
    }
  }
}
