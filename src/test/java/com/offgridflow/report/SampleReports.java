package com.offgridflow.report;

import com.offgridflow.activity.Money;
import com.offgridflow.report.Coverage.CostShare;
import com.offgridflow.report.Coverage.UncoveredUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports of an invented company, for tests. */
public final class SampleReports {
  /** Invented; check digits 98 - (98450000OFFGRIDHUB00 mod 97), letters as 10 to 35. */
  public static final Lei LEI = new Lei("98450000OFFGRIDHUB77");

  public static final ReportingEntity ENTITY =
      new ReportingEntity("Northwind Datawerk SE", LEI, "DE");

  /** Scope 1 to 3 with awkward digits; the sums are worked out in DisclosureTest. */
  public static final List<EmissionTotal> TOTALS =
      List.of(
          total(1, "fuel-based", null, "combustion", "12345.6785", 12),
          total(2, "location-based", null, "operational", "45678.90149", 24),
          total(3, "location-based", 1, "operational", "8123.4567", 31_000),
          total(3, "average-data", 1, "embodied", "2345.6789", 12_000),
          total(3, "average-data", 3, "upstream", "1234.5", 24));

  public static final ReportBasis BASIS =
      new ReportBasis(
          List.of(
              row(1, null, "", "Hamburg office", "stationary-combustion", "12345.6785", 12),
              row(2, null, "", "Hamburg office", "electricity", "45678.90149", 24),
              row(3, 1, "Amazon EC2", "us-east-1", "cloud.compute", "6543.21", 21_000),
              row(3, 1, "Amazon S3", "eu-central-1", "cloud.storage.ssd", "2012.3456", 14_000),
              row(3, 1, "Azure Virtual Machines", "westeurope", "cloud.compute", "1913.58", 8_000),
              row(3, 3, "", "Hamburg office", "electricity", "1234.5", 24)),
          new Coverage(
              List.of(new CostShare(money("48210.55"), money("41904.12"))),
              List.of(
                  new UncoveredUsage(
                      "Amazon Bedrock", "Claude3-input-tokens", money("5120.4"), 812),
                  new UncoveredUsage("Amazon Route 53", "DNS-Queries", money("1186.03"), 4_410))),
          List.of(
              new SourceSummary("CUR 2.0 export, December 2024", 200_000, 199_988, 12),
              new SourceSummary("FOCUS 1.0 export", 12_500, 12_500, 0),
              new SourceSummary("Utility bills", 41, 36, 5)),
          List.of(
              new FactorReference("egrid2022-srvc", "US EPA", "eGRID2022", "Public domain", ""),
              new FactorReference(
                  "ember-2023-deu",
                  "Ember",
                  "Yearly electricity data 2024",
                  "CC BY 4.0",
                  "Contains data from Ember, licensed under CC BY 4.0."),
              new FactorReference(
                  "desnz-2025-natural-gas",
                  "UK DESNZ",
                  "GHG conversion factors 2025",
                  "Open Government Licence v3.0",
                  "Contains public sector information licensed under the Open Government Licence"
                      + " v3.0.")),
          List.of(
              "Cloud use is estimated from processor time, memory, storage and traffic on the"
                  + " bills, times power, PUE and grid intensity of the region.",
              "Purchased electricity is location-based: metered kWh times the grid's intensity."));

  private SampleReports() {}

  public static Report full() {
    return freeze(request(Locale.ENGLISH), TOTALS, BASIS);
  }

  /** The report of an entity of that name. */
  public static Report named(String entity) {
    return freeze(request(Locale.ENGLISH, new ReportingEntity(entity, LEI, "DE")), TOTALS, BASIS);
  }

  public static Report empty() {
    return empty(Locale.ENGLISH);
  }

  public static Report empty(Locale language) {
    return freeze(request(language), List.of(), ReportBasis.none());
  }

  public static Report of(List<EmissionTotal> totals) {
    return freeze(request(Locale.ENGLISH), totals, BASIS);
  }

  public static Report freeze(
      ReportRequest request, List<EmissionTotal> totals, ReportBasis basis) {
    return new Disclosure(Frameworks.load("esrs-2023"))
        .freeze(request, Inventory.of(totals), List.of(), basis);
  }

  public static ReportRequest request(Locale language) {
    return request(language, ENTITY);
  }

  public static ReportRequest request(Locale language, ReportingEntity entity) {
    return new ReportRequest(
        "2024-annual",
        "northwind",
        entity,
        ReportingPeriod.ofYear(2024),
        Instant.parse("2025-01-15T06:00:00Z"),
        language,
        Theme.HUB);
  }

  public static MonthTotal month(int month, int scope, String method, String kg) {
    return new MonthTotal(YearMonth.of(2024, month), scope, method, new BigDecimal(kg));
  }

  public static EmissionTotal total(
      int scope, String method, Integer category, String component, String kg, long count) {
    return new EmissionTotal(
        scope, method, Optional.ofNullable(category), component, new BigDecimal(kg), count);
  }

  public static BreakdownRow row(
      int scope,
      Integer category,
      String service,
      String site,
      String kind,
      String kg,
      long count) {
    return new BreakdownRow(
        scope,
        Optional.ofNullable(category),
        service,
        site,
        kind,
        new BigDecimal(kg),
        false,
        count);
  }

  public static Money money(String amount) {
    return new Money(new BigDecimal(amount), "EUR");
  }
}
