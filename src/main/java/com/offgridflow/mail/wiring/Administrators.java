package com.offgridflow.mail.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is told of a tenant's troubles, and in which language. */
@ApplicationScoped
public class Administrators {
  private final List<String> fallback;

  Administrators(MailConfig config) {
    this.fallback = config.administrators().orElse(List.of());
  }

  /** Addresses; those of the hub's own administrators when the tenant names none. */
  List<String> of(JdbcTemplate jdbc) {
    List<String> own = jdbc.queryForList("select unnest(administrators) from tenant", String.class);
    return own.isEmpty() ? fallback : own;
  }

  /** BCP 47 tag. */
  String language(JdbcTemplate jdbc) {
    return jdbc.queryForObject("select language from tenant", String.class);
  }
}
