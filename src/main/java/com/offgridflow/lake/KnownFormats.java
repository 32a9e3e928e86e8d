package com.offgridflow.lake;

import java.util.List;
import java.util.Optional;

/** The billing formats that the hub knows at the moment. */
public interface KnownFormats {

  /** By their codes. */
  List<BillingFormat> all();

  default Optional<BillingFormat> ofCode(String code) {
    return all().stream().filter(format -> format.code().equals(code)).findFirst();
  }
}
