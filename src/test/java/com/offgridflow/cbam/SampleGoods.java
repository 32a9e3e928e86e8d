package com.offgridflow.cbam;

import com.offgridflow.cbam.Declaration.Source;
import com.offgridflow.cbam.DeclaredLine.Evidence;
import com.offgridflow.cbam.GoodsReading.Read;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of goods, and what is declared with them. */
public final class SampleGoods {
  public static final String HEADER =
      """
      line,precursor_of,imported_on,cn_code,description,origin_country,quantity,unit,procedure,\
      import_area,installation_id,installation_name,methodology,route,route_name,see_direct,\
      see_indirect,produced,emissions_direct,electricity_mwh,electricity_factor,\
      indirect_determination,electricity_source
      """;

  /** 200 t of screws, by the operator's own statement. */
  public static final String SCREWS =
      "scr,,2025-11-03,73181500,Hexagon screws,IN,200,t,40,EU,IN-77,Pune Fasteners,TOM02,P21,"
          + "Forming of steel,2.1,0.4,,,,,01,SOE01\n";

  /** 1,000 t of clinker, monitored: 800,000 t CO2e and 70,000 MWh for 1,000,000 t. */
  public static final String CLINKER =
      "clk,,2025-10-15,25231000,Cement clinker,TR,1000,t,40,EU,TR-1,Ege Cimento,TOM02,P01,"
          + "Rotary kiln,,,1000000,800000,70000,0.5,01,SOE01\n";

  /** Steel of 900 t sintered ore for 1,000 t of pig iron, of which 1,050 t for 1,000 t of steel. */
  public static final String STEEL =
      """
      stl,,2025-12-01,72071111,Billets,IN,500000,kg,40,EU,IN-9,Tata Kalinga,TOM02,P10,BOF,,,1000,\
      300,100,0.7,01,SOE01
      pig,stl,,72011011,,,1050,t,,,,,,,,,,1000,1200,50,0.7,,
      ore,pig,,26011200,,,900,t,,,,,,,,0.25,0.05,,,,,,
      """;

  /** Columns of goods whose emissions are determined by reference to default values. */
  public static final String DEFAULTS_HEADER =
      HEADER.replace("\n", ",default_value,default_route\n");

  /** 100 t of hot-rolled coils of the United States by reference to the default value. */
  public static final String COILS =
      "hrc,,2026-03-01,72083900,Coils,US,100,t,40,EU,,,TOM03,P21,Rolling,,,,,,,01,SOE01,"
          + "2025/2621,\n";

  private SampleGoods() {}

  public static List<GoodsReading> read(String csv) {
    try {
      return GoodsCsv.read(new StringReader(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one goods line of these rows, which may bring a header of their own. */
  public static GoodsLine line(String rows) {
    List<GoodsReading> readings = read(rows.startsWith("line,") ? rows : HEADER + rows);
    if (readings.size() == 1 && readings.get(0) instanceof Read read) {
      return read.line();
    }
    throw new AssertionError("not one goods line: " + readings);
  }

  public static Declarant declarant() {
    return new Declarant(
        "DE1234567890123",
        "Müller Import GmbH",
        "01",
        "DE",
        "Hamburg",
        "Am Kai",
        "7",
        "20457",
        "Petra Müller",
        "Head of Customs",
        "Hamburg",
        true);
  }

  public static Declaration declaration(String period, String... rows) {
    List<Source> sources = new ArrayList<>();
    Stream.of(rows)
        .map(SampleGoods::line)
        .forEach(
            line ->
                sources.add(
                    new Source(line, new Evidence(1, "goods.csv, row 1", "ab".repeat(32)))));
    return Declaration.of(
        "11111111-2222-3333-4444-555555555555",
        "acme",
        DeclarationPeriod.of(period),
        Instant.parse("2026-01-20T10:00:00Z"),
        declarant(),
        sources);
  }
}
