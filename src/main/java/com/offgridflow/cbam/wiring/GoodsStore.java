package com.offgridflow.cbam.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.offgridflow.cbam.Declaration.Source;
import com.offgridflow.cbam.DeclarationPeriod;
import com.offgridflow.cbam.DeclaredLine.Evidence;
import com.offgridflow.cbam.GoodsCsv;
import com.offgridflow.cbam.GoodsReading.Read;
import com.offgridflow.database.wiring.RowBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code cbam_goods}. */
@ApplicationScoped
public class GoodsStore {
  private static final String SUPERSEDE =
      """
      with t as (select ?::text as tenant)
      update cbam_goods g set superseded_at = now()
      from t, {rows} as n (id, digest)
      where g.tenant_id = t.tenant and g.superseded_at is null and g.line_id = n.id
        and g.digest <> n.digest::bytea""";
  private static final String INSERT =
      """
      insert into cbam_goods (tenant_id, line_id, digest, imported_on, cells, loaded_from, version)
      select ?, id, digest::bytea, day::date, cells::jsonb, loaded_from, 1 + coalesce((
        select max(version) from cbam_goods o where o.tenant_id = ? and o.line_id = n.id), 0)
      from {rows} as n (id, digest, day, cells, loaded_from)
      on conflict (tenant_id, line_id) where superseded_at is null do nothing""";
  private static final String WITHDRAW =
      """
      update cbam_goods set superseded_at = now()
      where tenant_id = ? and line_id = ? and superseded_at is null""";
  private static final String OF_PERIOD =
      """
      select line_id, version, encode(digest, 'hex') as digest, cells, loaded_from from cbam_goods
      where tenant_id = ? and superseded_at is null and imported_on >= ?::date
        and imported_on < ?::date
      order by line_id collate "C\"""";
  private static final String LIST =
      """
      select to_json(r)::text from (
        select line_id as line, version, imported_on, cells, loaded_from, loaded_at from cbam_goods
        where tenant_id = ? and superseded_at is null and line_id > ?
        order by line_id limit ?) r""";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * Puts goods lines; what is there with the same cells stays as it is.
   *
   * @return how many are new or changed
   */
  int put(JdbcTemplate jdbc, String tenant, String table, List<Read> lines) {
    RowBatch changed = new RowBatch("text, text");
    RowBatch rows = new RowBatch("text, text, text, text, text");
    for (Read read : lines) {
      String cells = write(read.cells());
      String digest = digest(cells);
      String from = table + ", " + read.row();
      changed.add(read.line().id(), digest);
      rows.add(read.line().id(), digest, read.line().importedOn(), cells, from);
    }
    changed.update(jdbc, SUPERSEDE, tenant);
    return rows.update(jdbc, INSERT, tenant, tenant);
  }

  /** Takes a goods line out of use. */
  boolean withdraw(JdbcTemplate jdbc, String tenant, String line) {
    return jdbc.update(WITHDRAW, tenant, line) > 0;
  }

  /** The goods lines of a period, by id. */
  List<Source> ofPeriod(JdbcTemplate jdbc, String tenant, DeclarationPeriod period) {
    String start = period.start().toString();
    return jdbc.query(OF_PERIOD, (row, n) -> source(row), tenant, start, period.end().toString());
  }

  /** A page of goods lines, each a JSON object. */
  List<String> list(JdbcTemplate jdbc, String tenant, String after, int limit) {
    return jdbc.queryForList(LIST, String.class, tenant, after, limit);
  }

  private static Source source(ResultSet row) throws SQLException {
    List<Map<String, String>> cells = read(row.getString("cells"));
    Evidence evidence =
        new Evidence(row.getInt("version"), row.getString("loaded_from"), row.getString("digest"));
    return new Source(GoodsCsv.line(cells), evidence);
  }

  private static List<Map<String, String>> read(String cells) throws SQLException {
    try {
      return JSON.readValue(cells, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new SQLException("cells must be an array of flat JSON objects of strings", e);
    }
  }

  private static String write(List<Map<String, String>> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cells are texts, which always have a JSON form", e);
    }
  }

  /** SHA-256, as PostgreSQL writes bytes. */
  private static String digest(String cells) {
    return "\\x" + DigestUtils.sha256Hex(cells);
  }
}
