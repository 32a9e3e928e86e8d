package com.offgridflow.cbam;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Annex I of Regulation (EU) 2023/956 as amended by Regulation (EU) 2025/2083: which goods CBAM
 * applies to, and by Annex II whose indirect emissions count. Each row of {@code cbam/annex-i.csv}
 * names where it stands.
 */
public final class AnnexOne {
  private static final String RESOURCE = "/cbam/annex-i.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final AnnexOne CURRENT = new AnnexOne(read());

  private final List<Row> rows;

  private AnnexOne(List<Row> rows) {
    this.rows = rows;
  }

  /** A listed good, or an exception from one. */
  private record Row(String cn, Optional<CbamGood> good) {}

  /** The list in force. */
  public static AnnexOne current() {
    return CURRENT;
  }

  /** The good that a code falls under by its most specific row; empty for one that CBAM spares. */
  public Optional<CbamGood> find(CnCode code) {
    return rows.stream()
        .filter(row -> code.digits().startsWith(row.cn()))
        .max(Comparator.comparingInt(row -> row.cn().length()))
        .flatMap(Row::good);
  }

  private static List<Row> read() {
    try (Reader csv =
        new InputStreamReader(
            AnnexOne.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
      return FORMAT.parse(csv).stream().map(AnnexOne::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static Row row(CSVRecord row) {
    String cn = row.get("cn");
    if (row.get("listed").equals("no")) {
      return new Row(cn, Optional.empty());
    }
    return new Row(
        cn,
        Optional.of(
            new CbamGood(
                cn,
                CbamGood.Sector.ofCode(row.get("sector")),
                List.of(row.get("gases").split(";")),
                CbamGood.Indirect.ofCode(row.get("indirect")).orElseThrow(),
                row.get("description"))));
  }
}
