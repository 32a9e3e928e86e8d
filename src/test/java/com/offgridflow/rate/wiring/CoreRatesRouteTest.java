package com.offgridflow.rate.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.offgridflow.job.JobRequest;
import com.offgridflow.job.wiring.JobQueue;
import com.offgridflow.job.wiring.TestWorker;
import com.offgridflow.rate.Deflation;
import com.offgridflow.rate.MoneyConversion;
import com.offgridflow.rate.Rates;
import com.offgridflow.tenant.wiring.TenantDatabase;
import com.offgridflow.wiring.Sandbox;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates are everybody's, so that each test has a month of its own. */
@QuarkusTest
class CoreRatesRouteTest {
  private static final String EXCHANGE = "import-exchange-rates";
  private static final String PRICES = "import-price-indices";
  private static final String HEADER = "index,currency,year,value\n";

  /** The directory that {@code rate.exchange-rates} names. */
  private static final String ECB = "ecb-rates";

  @Inject Sandbox sandbox;
  @Inject TestWorker worker;
  @Inject JobQueue queue;
  @Inject RateStore store;
  @Inject TenantDatabase database;
  private String tenant;

  @BeforeEach
  void begin() {
    tenant = sandbox.tenant();
  }

  @Test
  void shouldImportTheEcbsFileForEverybodyFromWhereTheAdministratorSays() {
    sandbox.file(ECB, "eurofxref-hist.csv", "Date,USD,JPY,\n1999-01-04,1.25,N/A,\n");

    assertThat(run(EXCHANGE, Map.of(), "first")).isEqualTo("succeeded");

    assertThat(result(EXCHANGE, "first")).isEqualTo(Map.of("files", "1", "rows", "1"));
    assertThat(multiplier(sandbox.tenant(), "EUR", LocalDate.of(1999, 1, 4), "USD"))
        .isEqualTo("1.25");
  }

  @Test
  void shouldTakeNoRatesForEverybodyFromWhereATenantSays() {
    String own = sandbox.file(tenant, "own.csv", "Date,USD,\n1999-06-01,99,\n").toString();

    assertThat(run(EXCHANGE, own, "first")).isEqualTo("parked");

    assertThat(cause()).contains("cannot take them from '" + own, "rate.exchange-rates");
    assertThat(multiplier(tenant, "EUR", LocalDate.of(1999, 6, 1), "USD")).isEmpty();
  }

  @Test
  void shouldReadADirectoryAndNotTheSameFileTwice() {
    prices("a.csv", "A,USD,2022,300\n");
    String directory = Path.of(prices("b.csv", "B,USD,2022,310\n")).getParent().toString();

    run(PRICES, directory, "first");
    prices("b.csv", "B,USD,2022,311\nB,USD,2023,312\n");
    run(PRICES, directory, "second");

    assertThat(result(PRICES, "first")).isEqualTo(Map.of("files", "2", "rows", "2"));
    assertThat(result(PRICES, "second")).isEqualTo(Map.of("files", "1", "rows", "2"));
    assertThat(
            sandbox.rows(
                tenant,
                "select imported_by like 'job % of %' as job from rate_import where tenant_id <> '*'"))
        .containsExactly(Map.of("job", true), Map.of("job", true));
  }

  @Test
  void shouldFetchAPackedFileFromWhereItIsSentOnToAndAskOnlyForNews() throws IOException {
    try (Server server = new Server(zip(HEADER + "US CPI,USD,2022,300\n"))) {
      run(PRICES, server.url("/moved"), "first");
      run(PRICES, server.url("/moved"), "second");

      assertThat(result(PRICES, "first")).isEqualTo(Map.of("files", "1", "rows", "1"));
      assertThat(result(PRICES, "second")).isEqualTo(Map.of("files", "0", "rows", "0"));
      assertThat(server.unchanged).isEqualTo(1);
    }
  }

  @Test
  void shouldTakeNothingOfAFileWithAFault() {
    String text = "Date,USD,\n1999-04-02,1.25,\n1999-04-01,abc,\n";
    sandbox.file(ECB, "eurofxref-hist.csv", text);

    assertThat(run(EXCHANGE, Map.of(), "first")).isEqualTo("parked");

    assertThat(cause()).contains("eurofxref-hist.csv line 3: USD 'abc' should be a number");
    assertThat(multiplier(tenant, "EUR", LocalDate.of(1999, 4, 2), "USD")).isEmpty();
  }

  @Test
  void shouldCallNoHostThatIsNotTrusted() {
    assertThat(run(PRICES, "https://192.0.2.7/rates.zip", "first")).isEqualTo("parked");
    assertThat(cause()).contains("https://192.0.2.7/rates.zip is not called");
  }

  @Test
  void shouldReadNoFileOutsideOfTheAllowedDirectories() {
    assertThat(run(PRICES, "/etc/hostname", "first")).isEqualTo("parked");
    assertThat(cause())
        .contains("/etc/hostname is not below a directory that connections may read");
  }

  @Test
  void shouldKeepPriceIndicesToTheTenantAndReplaceThem() {
    String file = prices("prices.csv", "US CPI,USD,2022,300\nUS CPI,USD,2023,310\n");
    run(PRICES, file, "first");
    prices("prices.csv", "US CPI,USD,2022,300\nUS CPI,USD,2024,312\n");
    run(PRICES, file, "second");

    assertThat(sandbox.rows(tenant, "select year from price_index order by year"))
        .containsExactly(Map.of("year", 2022), Map.of("year", 2024));
    assertThat(sandbox.count(sandbox.tenant(), "select count(*) from price_index")).isZero();
    assertThat(rates(tenant).prices().deflate("USD", 2024, 2022))
        .isInstanceOf(Deflation.Deflated.class);
  }

  private String prices(String name, String rows) {
    return sandbox.file(tenant, name, HEADER + rows).toString();
  }

  private String run(String kind, String location, String occasion) {
    return run(kind, Map.of("location", location), occasion);
  }

  private String run(String kind, Map<String, String> payload, String occasion) {
    return worker
        .run(tenant, new JobRequest(kind, payload, kind + "@" + occasion, Optional.empty()))
        .name();
  }

  private Map<String, String> result(String kind, String occasion) {
    return queue.result(tenant, kind + "@" + occasion);
  }

  private String cause() {
    return (String) sandbox.row(tenant, "select cause from job").get("cause");
  }

  private String multiplier(String of, String from, LocalDate day, String to) {
    MoneyConversion conversion =
        rates(of).convert(from, day, day.plusDays(1), to, Optional.empty());
    return conversion instanceof MoneyConversion.Ready ready
        ? ready.multiplier().stripTrailingZeros().toPlainString()
        : "";
  }

  private Rates rates(String of) {
    return database.inTenant(of, jdbc -> store.load(jdbc, store.version(jdbc, of)));
  }

  private static byte[] zip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("eurofxref-hist.csv"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Serves one file with an ETag. */
  private static final class Server implements AutoCloseable {
    private final HttpServer server;
    private final byte[] file;
    private int unchanged;

    Server(byte[] file) throws IOException {
      this.file = file;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.createContext("/moved", this::sendOn);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
          unchanged++;
          exchange.sendResponseHeaders(304, -1);
          return;
        }
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
      }
    }

    private void sendOn(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.getResponseHeaders().set("Location", "/prices.zip");
        exchange.sendResponseHeaders(302, -1);
      }
    }

    String url(String path) {
      return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
