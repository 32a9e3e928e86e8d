package com.offgridflow.factor;

import com.offgridflow.activity.Unit;

/** What a factor is about, whoever published it and whenever it is valid. */
public record FactorKey(String kind, String subject, String place, Unit perUnit) {
  public static FactorKey of(Factor factor) {
    return new FactorKey(factor.kind(), factor.subject(), factor.place(), factor.perUnit());
  }
}
