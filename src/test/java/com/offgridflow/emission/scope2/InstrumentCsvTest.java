package com.offgridflow.emission.scope2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.offgridflow.emission.scope2.InstrumentReading.Read;
import com.offgridflow.emission.scope2.InstrumentReading.Rejected;
import com.offgridflow.problem.Problem.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentCsvTest {
  private static final String HEADER =
      "id,type,carrier,volume,volume_unit,use_from,use_to,market,technology,rate,rate_unit,"
          + "facility,registry,serial_first,serial_last,retired_on\n";
  private static final String GOOD =
      "go-1,certificate,electricity,12.5,MWh,2024-01-01,2025-01-01,de; AT,wind,0,,,AIB,DE1,DE12,"
          + "2025-01-10\n";

  @Test
  void shouldReadVolumesInKwhAndCountriesInCapitals() throws IOException {
    Instrument read = ((Read) read(HEADER + GOOD).get(0)).instrument();

    assertThat(read.volumeKwh().orElseThrow()).isEqualByComparingTo("12500");
    assertThat(read.market()).containsExactly("AT", "DE");
    assertThat(read.generated()).isEqualTo(Days.year(2024));
    assertThat(read.tracking().retiredOn()).contains(LocalDate.of(2025, 1, 10));
    assertThat(read.tracking().serials()).contains(new Serials("DE1", "DE12"));
  }

  /** 450 lb/MWh × 0.45359237 kg/lb / 1000 = 0.2041165665 kg/kWh */
  @Test
  void shouldReadRatesInPoundsPerMegawattHour() throws IOException {
    String row =
        "s,supplier-rate,electricity,,,2024-01-01,2025-01-01,US,mix,450,lb/MWh,Plant 1,,,,\n";

    Rate rate = ((Read) read(HEADER + row).get(0)).instrument().rate();

    assertThat(rate.kgCo2ePerKwh()).isEqualByComparingTo("0.2041165665");
  }

  @Test
  void shouldNameEachBadCellOfARowAndGoOn() throws IOException {
    String bad =
        ",voucher,electricity,many,kWh,2024-01-01,2023-01-01,DE,wind,-1,stone/kWh,,,DE9,DE1,soon\n";

    List<InstrumentReading> rows = read(HEADER + bad + GOOD);

    assertThat(((Rejected) rows.get(0)).faults())
        .extracting(Fault::field)
        .containsExactlyInAnyOrder(
            "id", "type", "volume", "use_to", "rate", "rate_unit", "serial_last", "retired_on");
    assertThat(rows.get(0).row()).isEqualTo("row 1");
    assertThat(rows.get(1)).isInstanceOf(Read.class);
  }

  @Test
  void shouldSayWhatWouldWork() throws IOException {
    Rejected row = (Rejected) read(HEADER + GOOD.replace("certificate", "voucher")).get(0);

    assertThat(row.faults())
        .containsExactly(
            new Fault(
                "type",
                "voucher",
                "type 'voucher' should be one of [certificate, ppa, supplier-rate]"));
  }

  /** As a plain number, 1E999999999 has a billion digits. */
  @Test
  void shouldRejectANumberWithoutMeasure() throws IOException {
    Rejected row = (Rejected) read(HEADER + GOOD.replace("12.5", "1E999999999")).get(0);

    assertThat(row.faults()).extracting(Fault::field).containsExactly("volume");
  }

  @Test
  void shouldRejectACertificateWithoutVolume() throws IOException {
    Rejected row = (Rejected) read(HEADER + GOOD.replace("12.5,MWh", ",")).get(0);

    assertThat(row.faults().get(0).message())
        .isEqualTo("instrument 'go-1' must have a volume; only a supplier-rate can do without");
  }

  @Test
  void shouldRefuseATableWithoutAColumnThatItNeeds() {
    assertThatThrownBy(() -> read("id,type\nx,certificate\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the header lacks column 'carrier'; it has [id, type] and needs");
  }

  @Test
  void shouldRefuseAColumnThatItDoesNotKnow() {
    assertThatThrownBy(() -> read(HEADER.replace("facility", "site") + GOOD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("column 'site' is not known");
  }

  private static List<InstrumentReading> read(String csv) throws IOException {
    List<InstrumentReading> rows = new ArrayList<>();
    InstrumentCsv.read(new StringReader(csv), rows::add);
    return rows;
  }
}
