package com.offgridflow.report.wiring;

/**
 * What the digests of a derivation are over: PostgreSQL's text form of a row of these columns, in
 * UTF-8. Moments are seconds since 1970, so that no session's time zone changes them.
 */
final class CanonicalForm {
  /** Of an emission {@code e}; not whether it is in force, which may change. */
  static final String EMISSION =
      digest(
          "e.emission_id, e.activity_id, e.component, e.scope, e.category, e.method, e.kg_co2,"
              + " e.kg_ch4, e.kg_n2o, e.kg_biogenic_co2, e.kg_other_gases, e.kg_co2e,"
              + " e.kg_co2e_low, e.kg_co2e_high, e.energy_kwh, e.gwp_set, e.converted_quantity,"
              + " e.converted_unit, e.calculation_id, e.formula, e.profile, e.data_quality,"
              + " e.period_start, e.period_end");

  /** Of an activity {@code a}, with its evidence. */
  static final String ACTIVITY =
      digest(
          "a.activity_id, a.source, a.record_key, a.version, a.kind, a.subject, a.quantity, a.unit,"
              + " extract(epoch from a.period_start), extract(epoch from a.period_end), a.supplier,"
              + " a.region, a.postcode, a.country, a.facility, a.account, a.service, a.cost,"
              + " a.currency, a.details, a.run_id, a.evidence_object, a.evidence_digest, a.locator,"
              + " a.lines");

  /** Of a calculation {@code c}. */
  static final String CALCULATION = digest("c.calculation_id, c.body, c.factor_ids");

  /** Of a factor {@code f}, with its publication. */
  static final String FACTOR =
      digest(
          "f.factor_id, f.kind, f.subject, f.place, f.valid_from, f.valid_to, f.per_unit, f.unit,"
              + " f.value, f.co2, f.ch4, f.n2o, f.biogenic_co2, f.other_gases, f.gwp_set,"
              + " f.uncertainty_low, f.uncertainty_high, f.price_year, f.publisher, f.edition,"
              + " f.table_name, f.row_name, f.licence");

  /** Of a statement {@code s}; not whether it is in force, which may change. */
  static final String STATEMENT =
      digest(
          "s.statement_id, s.key, s.period_start, s.period_end, s.value, s.unit, s.words,"
              + " s.language, s.source, s.stated_by, extract(epoch from s.stated_at)");

  private CanonicalForm() {}

  private static String digest(String columns) {
    return "sha256(convert_to(row(" + columns + ")::text, 'UTF8'))";
  }
}
