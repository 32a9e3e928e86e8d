package com.offgridflow.source.wiring;

import com.offgridflow.intake.wiring.Intake;
import com.offgridflow.job.HubProperties;
import com.offgridflow.source.AwsCarbonFigures;
import com.offgridflow.source.AwsCarbonRow;
import com.offgridflow.source.Delivery;
import com.offgridflow.source.RejectedRowException;
import com.offgridflow.source.RollupRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.sql.RowMapperFactory;
import org.springframework.jdbc.core.RowMapper;

/** Between the sums of a carbon emissions export and intake. */
@ApplicationScoped
@Named("awsCarbon")
public class AwsCarbon {
  private final Intake intake;

  AwsCarbon(Intake intake) {
    this.intake = intake;
  }

  /** Records of the rows with figures; the others are put to the account. */
  public List<Map<String, Object>> records(
      @Body List<AwsCarbonRow> rows,
      @ExchangeProperty(Rollups.ACCOUNT) RollupAccount account,
      @ExchangeProperty(HubProperties.TENANT) String tenant,
      @ExchangeProperty(HubProperties.RUN) long runId,
      @ExchangeProperty(HubProperties.DELIVERY) Delivery delivery,
      @ExchangeProperty(HubProperties.DIGEST) String digest) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (AwsCarbonRow row : rows) {
      try {
        List<Map<String, Object>> figures = row.toRecords(delivery.name(), digest);
        if (figures.isEmpty()) {
          account.add(withoutFigures(row));
        } else {
          account.add(row.lines());
        }
        records.addAll(figures);
      } catch (RejectedRowException e) {
        account.add(row.lines());
        intake.rejectLines(tenant, runId, List.of(e.rejection()), row.lines());
      }
    }
    return records;
  }

  private static RollupRow withoutFigures(AwsCarbonRow row) {
    return new RollupRow(
        "not-usage",
        "no-figures",
        "",
        BigDecimal.ZERO,
        "",
        row.start(),
        row.account(),
        row.service(),
        row.region(),
        "aws",
        BigDecimal.ZERO,
        "",
        row.lines());
  }

  /** Reads the sums, by name. */
  @Produces
  @Singleton
  @Named("awsCarbonRows")
  static RowMapperFactory rows() {
    return new RowMapperFactory() {
      @Override
      public RowMapper<AwsCarbonRow> newColumnRowMapper() {
        return (row, n) -> row(row);
      }

      @Override
      public RowMapper<?> newBeanRowMapper(Class<?> type) {
        throw new UnsupportedOperationException("carbon emissions have rows of one kind");
      }
    };
  }

  private static AwsCarbonRow row(ResultSet row) throws SQLException {
    Optional<BigDecimal> scope1 = figure(row, "scope_1");
    return new AwsCarbonRow(
        row.getString("model_version"),
        row.getObject("period_start", LocalDate.class),
        row.getString("account"),
        row.getString("service"),
        row.getString("region"),
        Set.of(Stream.of(row.getString("units").split("\\|")).distinct().toArray(String[]::new)),
        List.of(
            new AwsCarbonFigures(
                "location",
                figure(row, "lbm"),
                List.of(scope1, figure(row, "scope_2_lbm"), figure(row, "scope_3_lbm"))),
            new AwsCarbonFigures(
                "market",
                figure(row, "mbm"),
                List.of(scope1, figure(row, "scope_2_mbm"), figure(row, "scope_3_mbm")))),
        row.getLong("lines"));
  }

  private static Optional<BigDecimal> figure(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column));
  }
}
