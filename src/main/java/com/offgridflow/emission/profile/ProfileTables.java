package com.offgridflow.emission.profile;

import com.offgridflow.factor.FactorLibrary;
import com.offgridflow.factor.ShippedFactors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Libraries of some of the shipped tables only, made once. */
final class ProfileTables {
  private static final Map<List<String>, FactorLibrary> LIBRARIES = new ConcurrentHashMap<>();

  private ProfileTables() {}

  /**
   * @param tables names without {@code .csv}
   */
  static FactorLibrary of(List<String> tables) {
    return LIBRARIES.computeIfAbsent(tables, ProfileTables::load);
  }

  private static FactorLibrary load(List<String> tables) {
    return new FactorLibrary(
        tables.stream().flatMap(table -> ShippedFactors.of(table + ".csv").stream()).toList());
  }
}
