package com.offgridflow.emission.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.offgridflow.database.wiring.RowBatch;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.InstrumentUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code instrument} and {@code instrument_use}. */
@ApplicationScoped
public class InstrumentStore {
  private static final String CURRENT =
      "select %s from instrument where tenant_id = ? and superseded_at is null order by instrument_id"
          .formatted(InstrumentRows.COLUMNS);
  private static final String WAITING =
      "select use_from, use_to from instrument where tenant_id = ? and allocated_at is null";
  private static final String SUPERSEDE =
      """
      with t as (select ?::text as tenant)
      update instrument i set superseded_at = now(), allocated_at = null
      from t, {rows} as n (id, digest)
      where i.tenant_id = t.tenant and i.superseded_at is null and i.instrument_id = n.id
        and i.digest <> n.digest::bytea""";
  private static final String INSERT =
      """
      insert into instrument (tenant_id, digest, loaded_from, %s, version)
      select ?, digest::bytea, loaded_from, id, type, carrier, volume::numeric, use_from::date,
        use_to::date, generated_from::date, generated_to::date, string_to_array(market, chr(31)),
        technology, rate::numeric, biogenic::numeric, facility, account, supplier, registry,
        serial_first, serial_last, retired_on::date, evidence, 1 + coalesce((
          select max(version) from instrument o where o.tenant_id = ? and o.instrument_id = n.id), 0)
      from {rows} as n (digest, loaded_from, id, type, carrier, volume, use_from, use_to,
        generated_from, generated_to, market, technology, rate, biogenic, facility, account,
        supplier, registry, serial_first, serial_last, retired_on, evidence)
      on conflict (tenant_id, instrument_id) where superseded_at is null do nothing"""
          .formatted(InstrumentRows.COLUMNS);
  private static final String WITHDRAW =
      """
      update instrument set superseded_at = now(), allocated_at = null
      where tenant_id = ? and instrument_id = ? and superseded_at is null""";
  private static final String FORGET_USES =
      """
      delete from instrument_use u where tenant_id = ? and (instrument_id = any (?)
        or not exists (select 1 from instrument i where i.tenant_id = u.tenant_id
          and i.instrument_id = u.instrument_id and i.superseded_at is null))""";
  private static final String USES =
      """
      with t as (select ?::text as tenant)
      insert into instrument_use (tenant_id, instrument_id, version, allocated_kwh, objections)
      select i.tenant_id, i.instrument_id, i.version, n.kwh::numeric, n.objections::jsonb
      from t cross join {rows} as n (id, kwh, objections)
      join instrument i on i.tenant_id = t.tenant and i.instrument_id = n.id
        and i.superseded_at is null""";
  private static final String ALLOCATED =
      "update instrument set allocated_at = now() where tenant_id = ? and allocated_at is null";
  private static final String LIST =
      """
      select to_json(r)::text from (
        select i.instrument_id as id, i.version, i.type, i.carrier, i.volume_kwh, i.use_from,
          i.use_to, i.generated_from, i.generated_to, i.market, i.technology, i.kg_co2e_per_kwh,
          i.kg_biogenic_co2_per_kwh, i.facility, i.account, i.supplier, i.registry, i.serial_first,
          i.serial_last, i.retired_on, i.evidence, i.loaded_from, i.loaded_at,
          trim_scale(coalesce(u.allocated_kwh, 0)) as allocated_kwh,
          trim_scale(i.volume_kwh - coalesce(u.allocated_kwh, 0)) as remaining_kwh,
          coalesce(u.objections, '[]') as withheld, u.computed_at as allocated_at
        from instrument i left join instrument_use u using (tenant_id, instrument_id, version)
        where i.tenant_id = ? and i.superseded_at is null and i.instrument_id > ?
        order by i.instrument_id limit ?) r""";

  private final ObjectMapper json;

  InstrumentStore(ObjectMapper json) {
    this.json = json;
  }

  /** An instrument and the row that it was loaded from. */
  record Entry(Instrument instrument, String from) {}

  /**
   * Puts instruments; what is there with the same content stays as it is.
   *
   * @return how many are new or changed
   */
  int put(JdbcTemplate jdbc, String tenant, Collection<Entry> instruments) {
    RowBatch changed = new RowBatch("text, text");
    RowBatch rows = new RowBatch("text, ".repeat(21) + "text");
    for (Entry entry : instruments) {
      Object[] cells = InstrumentRows.cells(entry.instrument());
      String digest = InstrumentRows.digest(cells);
      changed.add(entry.instrument().id(), digest);
      Object[] row = new Object[22];
      row[0] = digest;
      row[1] = entry.from();
      System.arraycopy(cells, 0, row, 2, cells.length);
      rows.add(row);
    }
    changed.update(jdbc, SUPERSEDE, tenant);
    return rows.update(jdbc, INSERT, tenant, tenant);
  }

  /** Takes an instrument out of use. */
  boolean withdraw(JdbcTemplate jdbc, String tenant, String id) {
    return jdbc.update(WITHDRAW, tenant, id) > 0;
  }

  /** All instruments in use, by id. */
  List<Instrument> current(JdbcTemplate jdbc, String tenant) {
    return jdbc.query(CURRENT, (row, n) -> InstrumentRows.read(row), tenant);
  }

  /** The use of every instrument that came, changed or went since emissions were computed. */
  List<Days> waiting(JdbcTemplate jdbc, String tenant) {
    return jdbc.query(
        WAITING,
        (row, n) -> new Days(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
        tenant);
  }

  /** Remembers what became of the instruments, in place of what was remembered of them. */
  void remember(JdbcTemplate jdbc, String tenant, List<InstrumentUse> uses) {
    String[] ids = uses.stream().map(use -> use.instrument().id()).toArray(String[]::new);
    jdbc.update(FORGET_USES, tenant, ids);
    RowBatch batch = new RowBatch("text, text, text");
    uses.forEach(
        use ->
            batch.add(
                use.instrument().id(),
                use.allocatedKwh().toPlainString(),
                write(use.objections())));
    batch.update(jdbc, USES, tenant);
  }

  void allocated(JdbcTemplate jdbc, String tenant) {
    jdbc.update(ALLOCATED, tenant);
  }

  /** A page of instruments with what became of them, each a JSON object. */
  List<String> list(JdbcTemplate jdbc, String tenant, String after, int limit) {
    return jdbc.queryForList(LIST, String.class, tenant, after, limit);
  }

  private String write(Object objections) {
    try {
      return json.writeValueAsString(objections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("objections are texts, which always have a JSON form", e);
    }
  }
}
