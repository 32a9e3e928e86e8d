package com.offgridflow.emission.profile;

import com.offgridflow.factor.CloudInstance;
import com.offgridflow.factor.CloudInstances;
import com.offgridflow.factor.FactorLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One part of a profile.
 *
 * @param tables names of the factor tables that are asked, without {@code .csv}; empty: the whole
 *     library
 * @param types editions of the catalogue of instance types that are known; empty: all of it
 * @param words settings of this part, see {@link Profile}
 * @param classes storage classes by service: {@code part of a usage type=class}, the first that
 *     fits
 */
public record Part(
    List<String> tables,
    List<String> types,
    Map<String, List<String>> words,
    Map<String, List<String>> classes) {

  public Part {
    tables = List.copyOf(tables);
    types = List.copyOf(types);
    words = Map.copyOf(words);
    classes = Map.copyOf(classes);
  }

  /** The factors to choose from. */
  public FactorLibrary library(FactorLibrary whole) {
    return tables.isEmpty() ? whole : ProfileTables.of(tables);
  }

  /** A type of virtual machine, if this part knows it. */
  public Optional<CloudInstance> type(CloudInstances all, String provider, String name) {
    return all.find(provider, name)
        .filter(type -> types.isEmpty() || types.contains(type.catalogue()));
  }

  /** Whether a setting has this word. */
  public boolean says(String setting, String word) {
    return words.getOrDefault(setting, List.of()).contains(word);
  }
}
