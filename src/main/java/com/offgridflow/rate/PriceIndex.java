package com.offgridflow.rate;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A price index by year, e.g. a consumer price index or a GDP deflator.
 *
 * @param name its name, e.g. {@code US CPI-U}
 * @param currency whose prices it measures, ISO 4217
 * @param values index by calendar year, more than 0; any base
 */
public record PriceIndex(String name, String currency, NavigableMap<Integer, BigDecimal> values) {
  public PriceIndex {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
  }
}
