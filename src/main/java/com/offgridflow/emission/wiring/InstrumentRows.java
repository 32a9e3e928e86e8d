package com.offgridflow.emission.wiring;

import com.offgridflow.emission.scope2.Binding;
import com.offgridflow.emission.scope2.Carrier;
import com.offgridflow.emission.scope2.Days;
import com.offgridflow.emission.scope2.Instrument;
import com.offgridflow.emission.scope2.InstrumentType;
import com.offgridflow.emission.scope2.Rate;
import com.offgridflow.emission.scope2.Serials;
import com.offgridflow.emission.scope2.Technology;
import com.offgridflow.emission.scope2.Tracking;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Between {@link Instrument} and the columns of table {@code instrument}. */
final class InstrumentRows {
  /** The columns of what an instrument says, in the order of {@link #cells}. */
  static final String COLUMNS =
      """
      instrument_id, type, carrier, volume_kwh, use_from, use_to, generated_from, generated_to,
        market, technology, kg_co2e_per_kwh, kg_biogenic_co2_per_kwh, facility, account, supplier,
        registry, serial_first, serial_last, retired_on, evidence""";

  private static final String UNIT_SEPARATOR = "\u001f";

  private InstrumentRows() {}

  /** What an instrument says, a cell a column; the market's places with a separator between. */
  static Object[] cells(Instrument i) {
    Optional<Serials> serials = i.tracking().serials();
    return new Object[] {
      i.id(),
      i.type().code(),
      i.carrier().code(),
      i.volumeKwh().map(InstrumentRows::plain).orElse(null),
      i.use().from(),
      i.use().to(),
      i.generated().from(),
      i.generated().to(),
      String.join(UNIT_SEPARATOR, i.market()),
      i.technology().code(),
      plain(i.rate().kgCo2ePerKwh()),
      plain(i.rate().kgBiogenicCo2PerKwh()),
      i.binding().facility(),
      i.binding().account(),
      i.binding().supplier(),
      i.tracking().registry(),
      serials.map(Serials::first).orElse(null),
      serials.map(Serials::last).orElse(null),
      i.tracking().retiredOn().orElse(null),
      i.tracking().evidence()
    };
  }

  /** SHA-256 over the cells, as PostgreSQL writes bytes. */
  static String digest(Object[] cells) {
    String text = Stream.of(cells).map(Objects::toString).collect(Collectors.joining("\u001e"));
    return "\\x" + DigestUtils.sha256Hex(text);
  }

  static Instrument read(ResultSet row) throws SQLException {
    String[] market = (String[]) row.getArray("market").getArray();
    return new Instrument(
        row.getString("instrument_id"),
        InstrumentType.ofCode(row.getString("type")).orElseThrow(),
        Carrier.ofCode(row.getString("carrier")).orElseThrow(),
        Optional.ofNullable(row.getBigDecimal("volume_kwh")),
        days(row, "use_from", "use_to"),
        days(row, "generated_from", "generated_to"),
        new TreeSet<>(Arrays.asList(market)),
        Technology.ofCode(row.getString("technology")).orElseThrow(),
        new Rate(
            row.getBigDecimal("kg_co2e_per_kwh"), row.getBigDecimal("kg_biogenic_co2_per_kwh")),
        new Binding(row.getString("facility"), row.getString("account"), row.getString("supplier")),
        tracking(row));
  }

  private static Tracking tracking(ResultSet row) throws SQLException {
    String first = row.getString("serial_first");
    return new Tracking(
        row.getString("registry"),
        first == null
            ? Optional.empty()
            : Optional.of(new Serials(first, row.getString("serial_last"))),
        Optional.ofNullable(row.getObject("retired_on", LocalDate.class)),
        row.getString("evidence"));
  }

  private static Days days(ResultSet row, String from, String to) throws SQLException {
    return new Days(row.getObject(from, LocalDate.class), row.getObject(to, LocalDate.class));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
