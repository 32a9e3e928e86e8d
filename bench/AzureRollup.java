import com.offgridflow.lake.BillingFormat;
import com.offgridflow.lake.Delivery;
import com.offgridflow.lake.FormatFile;
import com.offgridflow.lake.Scratch;
import com.offgridflow.lake.SharedSql;
import com.offgridflow.lake.wiring.LakeDataSource;
import com.offgridflow.lake.wiring.LakeReader;
import com.offgridflow.lake.wiring.LakeSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the rollup of an Azure export in csv.gz, from the proof that the gzip is whole to the last
 * group, beside plain DuckDB grouping the same file. The best of five each, in one process.
 */
class AzureRollup {
  private static final String LINES = """
      copy (select '8611000' as BillingAccountId, '09/01/2024' as BillingPeriodStartDate,
        'sub-' || (i %% 20) as SubscriptionId, '09/' || lpad((1 + i %% 30)::varchar, 2, '0') || '/2024' as "Date",
        '' as Product, case i %% 4 when 0 then 'Storage' when 1 then 'Bandwidth' else 'Virtual Machines' end as MeterCategory,
        case i %% 4 when 0 then 'Premium SSD Managed Disks' when 1 then 'Inter-Region' else 'Dv3/DSv3 Series' end as MeterSubCategory,
        case i %% 4 when 0 then 'P30 LRS Disk' when 1 then 'Intra Continent Data Transfer Out' else 'D2 v3/D2s v3' end as MeterName,
        round(hash(i) %% 100000 / 1000, 6) as Quantity, round(hash(i + 7) %% 100000 / 10000, 8) as Cost, 'EUR' as BillingCurrency,
        (['EastUS2', 'westeurope', 'US West 2', 'uksouth'])[1 + (i // 4) %% 4] as ResourceLocation, 'Microsoft.Compute' as ConsumedService,
        '/subscriptions/' || md5(i::varchar) || '/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm-' || (i %% 5000) as ResourceId,
        case when i %% 4 > 1 then '{"UsageType":"ComputeHR","ImageType":"Canonical","ServiceType":"Standard_D' ||
          (2 << (i // 16 %% 4)::int) || 's_v3","VMName":"vm-' || (i %% 5000) || '","VCPUs":' || (2 << (i // 16 %% 4)::int) || '}' else '' end as AdditionalInfo,
        '"env": "prod","org": "works","team": "' || (i %% 7) || '"' as Tags,
        case i %% 4 when 0 then '1/Month' when 1 then '1 GB' else '1 Hour' end as UnitOfMeasure, 'rg' as ResourceGroup,
        'Usage' as ChargeType, 'Azure' as PublisherType, case i %% 3 when 0 then 'Reservation' else 'OnDemand' end as PricingModel
        from range(%d) t(i)) to '%s' (format csv, header, compression gzip)""";
  private static final String PLAIN = """
      select "Date", SubscriptionId, MeterCategory, ResourceLocation, MeterName, sum(cast(Quantity as decimal(38, 10))),
        sum(cast(Cost as decimal(38, 10))) from read_csv('%s') group by 1, 2, 3, 4, 5""";

  public static void main(String[] args) throws Exception {
    long lines = Long.parseLong(args[1]);
    Path file = Files.createDirectories(Path.of(args[0])).resolve("azure-" + lines + ".csv.gz").toAbsolutePath();
    LakeSettings settings = new SmallRyeConfigBuilder().withMapping(LakeSettings.class)
        .withSources(new PropertiesConfigSource(Map.of(), "bench", 500)).build().getConfigMapping(LakeSettings.class);
    try (LakeDataSource lake = new LakeDataSource(settings, List.of())) {
      if (!Files.exists(file)) {
        run(lake, LINES.formatted(lines, file));
      }
      Path rollups = Path.of("src/main/resources/rollup");
      BillingFormat format = FormatFile.read("azure-cost.sql", Files.readString(rollups.resolve("azure-cost.sql")),
          SharedSql.in(rollups.resolve(SharedSql.FOLDER)));
      LakeReader reader = new LakeReader(lake, () -> List.of(format));
      double plain = Double.MAX_VALUE;
      double rollup = Double.MAX_VALUE;
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        run(lake, PLAIN.formatted(file));
        plain = Math.min(plain, (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        Delivery delivery = reader.open(format, List.of(file), new Scratch(file.getParent()));
        run(lake, delivery.query());
        rollup = Math.min(rollup, (System.nanoTime() - start) / 1e9);
      }
      System.out.printf(Locale.ROOT, "| azure-csv-gz rollup | %,d | %d MB | %.2f | %.2f | %.1f |%n",
          lines, Files.size(file) >> 20, plain, rollup, rollup / plain);
    }
  }

  private static long run(LakeDataSource lake, String sql) throws Exception {
    long rows = 0;
    try (Connection connection = lake.getConnection(); Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        for (ResultSet result = statement.getResultSet(); result.next(); rows++) {
          result.getObject(1);
        }
      }
    }
    return rows;
  }
}
